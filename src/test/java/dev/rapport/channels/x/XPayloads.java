package dev.rapport.channels.x;

import static dev.rapport.channels.x.XPost.User.SOLVANE;

import dev.rapport.channels.Parameters;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes posts and their authors as https://docs.x.com/x-api/fundamentals/data-dictionary has them, with the fields that
 * were asked for and no others. Whether {@code text} comes with escaped angle brackets is said nowhere: it is written as
 * said.
 */
final class XPayloads {

    static final Set<String> TWEET_FIELDS = Set.of(
            ("article,attachments,author_id,card_uri,community_id,context_annotations,conversation_id,created_at,"
                            + "display_text_range,edit_controls,edit_history_tweet_ids,entities,geo,id,"
                            + "in_reply_to_user_id,lang,media_metadata,non_public_metrics,note_tweet,organic_metrics,"
                            + "possibly_sensitive,promoted_metrics,public_metrics,referenced_tweets,reply_settings,"
                            + "scopes,source,text,withheld")
                    .split(","));
    static final Set<String> USER_FIELDS =
            Set.of(("affiliation,connection_status,created_at,description,entities,id,is_identity_verified,location,"
                            + "most_recent_tweet_id,name,parody,pinned_tweet_id,profile_banner_url,profile_image_url,"
                            + "protected,public_metrics,receives_your_dm,subscription,subscription_type,url,username,"
                            + "verified,verified_followers_count,verified_type,withheld")
                    .split(","));
    static final Set<String> EXPANSIONS =
            Set.of(("article.cover_media,article.media_entities,attachments.media_keys,attachments.media_source_tweet,"
                            + "attachments.poll_ids,author_id,edit_history_tweet_ids,entities.mentions.username,"
                            + "geo.place_id,in_reply_to_user_id,entities.note.mentions.username,referenced_tweets.id,"
                            + "referenced_tweets.id.author_id")
                    .split(","));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

    private XPayloads() {}

    /** {@code data} and {@code includes}; neither stands there when it would be empty. */
    static ObjectNode page(List<XPost> posts, Map<Long, XPost> all, Parameters asked) {
        ObjectNode answer = JSON.createObjectNode();
        if (posts.isEmpty()) {
            return answer;
        }
        ArrayNode data = answer.putArray("data");
        posts.forEach(post -> data.add(post(post, asked)));
        ObjectNode includes = JSON.createObjectNode();
        Map<String, XPost.User> users = new TreeMap<>();
        Map<Long, XPost> others = new TreeMap<>();
        posts.forEach(post -> collect(post, asked.list("expansions"), users, others, all));
        if (!users.isEmpty()) {
            ArrayNode list = includes.putArray("users");
            users.values().forEach(user -> list.add(user(user, asked)));
        }
        if (!others.isEmpty()) {
            ArrayNode list = includes.putArray("tweets");
            others.values().forEach(post -> list.add(post(post, asked)));
        }
        return includes.isEmpty() ? answer : answer.set("includes", includes);
    }

    static ObjectNode user(XPost.User user, Parameters asked) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", user.id()).put("name", user.name()).put("username", user.username());
        List<String> fields = asked.list("user.fields");
        if (fields.contains("created_at")) {
            node.put("created_at", "2019-03-04T08:15:00.000Z");
        }
        if (fields.contains("verified")) {
            node.put("verified", false);
        }
        if (fields.contains("profile_image_url")) {
            node.put("profile_image_url", "https://pbs.example.com/" + user.username() + "_normal.jpg");
        }
        if (fields.contains("public_metrics")) {
            node.putObject("public_metrics")
                    .put("followers_count", 214)
                    .put("following_count", 96)
                    .put("tweet_count", 1841)
                    .put("listed_count", 3);
        }
        return node;
    }

    private static void collect(
            XPost post,
            List<String> expansions,
            Map<String, XPost.User> users,
            Map<Long, XPost> others,
            Map<Long, XPost> all) {
        XPost answered = post.answers();
        if (expansions.contains("author_id")) {
            users.put(post.author().id(), post.author());
        }
        if (expansions.contains("entities.mentions.username") && post.words().contains("@solvane")) {
            users.put(SOLVANE.id(), SOLVANE);
        }
        if (answered != null && expansions.contains("in_reply_to_user_id")) {
            users.put(answered.author().id(), answered.author());
        }
        if (answered != null && expansions.contains("referenced_tweets.id") && all.containsKey(answered.id())) {
            others.put(answered.id(), answered);
        }
        if (expansions.contains("edit_history_tweet_ids")) {
            post.versions().stream().filter(id -> id != post.id()).forEach(id -> others.put(id, all.get(id)));
        }
    }

    private static ObjectNode post(XPost post, Parameters asked) {
        ObjectNode node = JSON.createObjectNode();
        List<String> fields = asked.list("tweet.fields");
        String words = post.words();
        boolean isLong = XWeight.of(words) > XWeight.MAX;
        node.put("id", Long.toString(post.id()));
        if (isLong) {
            node.put("text", words.substring(0, words.offsetByCodePoints(0, XWeight.MAX / 2)) + "…");
        } else {
            node.set("text", post.text());
        }
        ArrayNode versions = node.putArray("edit_history_tweet_ids");
        post.versions().forEach(id -> versions.add(Long.toString(id)));
        if (fields.contains("author_id") || asked.list("expansions").contains("author_id")) {
            node.put("author_id", post.author().id());
        }
        if (fields.contains("created_at")) {
            node.put("created_at", TIME.format(post.at()));
        }
        if (fields.contains("conversation_id")) {
            node.put("conversation_id", Long.toString(post.conversation()));
        }
        if (fields.contains("note_tweet") && isLong) {
            node.putObject("note_tweet").put("text", words);
        }
        answered(post, fields, node);
        counted(post, fields, node);
        return node;
    }

    private static void answered(XPost post, List<String> fields, ObjectNode node) {
        XPost answered = post.answers();
        if (answered != null && fields.contains("in_reply_to_user_id")) {
            node.put("in_reply_to_user_id", answered.author().id());
        }
        if (answered != null && fields.contains("referenced_tweets")) {
            node.putArray("referenced_tweets")
                    .addObject()
                    .put("type", "replied_to")
                    .put("id", Long.toString(answered.id()));
        }
    }

    private static void counted(XPost post, List<String> fields, ObjectNode node) {
        int at = post.words().indexOf("@solvane");
        if (fields.contains("entities") && at >= 0) {
            node.putObject("entities")
                    .putArray("mentions")
                    .addObject()
                    .put("start", at)
                    .put("end", at + 8)
                    .put("username", SOLVANE.username())
                    .put("id", SOLVANE.id());
        }
        if (fields.contains("lang")) {
            node.put("lang", "en");
        }
        if (fields.contains("public_metrics")) {
            node.putObject("public_metrics")
                    .put("retweet_count", 1)
                    .put("reply_count", 2)
                    .put("like_count", 5)
                    .put("quote_count", 0)
                    .put("bookmark_count", 0)
                    .put("impression_count", 340);
        }
        if (fields.contains("edit_controls")) {
            node.putObject("edit_controls")
                    .put("edits_remaining", 6 - post.versions().size())
                    .put("is_edit_eligible", post.answers() == null)
                    .put("editable_until", TIME.format(post.at().plus(Duration.ofMinutes(30))));
        }
    }
}

package dev.rapport.channels.reddit;

import dev.rapport.channels.reddit.RedditThing.Fate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes things and listings as https://github.com/reddit-archive/reddit/wiki/JSON describes them. What is not there is
 * written as it is seen today and could not be checked: {@code author_fullname}, {@code type}, {@code dist} and the words
 * that stand for deleted and removed things.
 */
final class RedditPayloads {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RedditPayloads() {}

    static ObjectNode listing(List<RedditThing> things, @Nullable String after, boolean inInbox) {
        ObjectNode answer = JSON.createObjectNode().put("kind", "Listing");
        ObjectNode data = answer.putObject("data");
        data.put("after", after).put("dist", things.size()).putNull("modhash").put("geo_filter", "");
        ArrayNode children = data.putArray("children");
        things.forEach(thing -> children.add(thing(thing, inInbox)));
        data.putNull("before");
        return answer;
    }

    static ObjectNode thing(RedditThing thing, boolean inInbox) {
        ObjectNode node = JSON.createObjectNode().put("kind", thing.kind);
        ObjectNode data = node.putObject("data");
        data.put("id", thing.id).put("name", thing.name());
        data.put("created", seconds(thing.at)).put("created_utc", seconds(thing.at));
        if (thing.fate == Fate.STANDS) {
            data.put("author", thing.author).put("author_fullname", "t2_" + thing.author.toLowerCase(Locale.ROOT));
        } else {
            data.put("author", "[deleted]");
        }
        switch (thing.kind) {
            case "t1" -> comment(thing, data, inInbox);
            case "t3" -> post(thing, data);
            default -> message(thing, data);
        }
        return node;
    }

    private static void comment(RedditThing thing, ObjectNode data, boolean inInbox) {
        RedditThing post = thing.root();
        data.set("body", text(thing));
        data.put("body_html", html(thing));
        data.put("link_id", post.name()).put("link_title", post.title);
        data.put("parent_id", thing.parent == null ? post.name() : thing.parent.name());
        data.put("subreddit", thing.subreddit).put("subreddit_id", "t5_2qh1i");
        data.put("permalink", link(post) + thing.id + "/").put("score", 1);
        data.put("locked", thing.isLocked).put("archived", thing.isArchived);
        data.putNull("distinguished").put("stickied", false).put("replies", "");
        edited(thing, data);
        if (inInbox) {
            data.put("was_comment", true).put("new", thing.isNew).put("type", thing.arrival);
            data.put("subject", String.valueOf(thing.arrival).replace('_', ' ')).put("dest", RedditStub.ME);
            data.put("context", link(post) + thing.id + "/?context=3").putNull("first_message");
        }
    }

    private static void post(RedditThing thing, ObjectNode data) {
        data.put("title", thing.title).set("selftext", text(thing));
        data.put("selftext_html", html(thing)).put("is_self", true);
        data.put("subreddit", thing.subreddit).put("subreddit_id", "t5_2qh1i");
        data.put("permalink", link(thing)).put("url", "https://www.reddit.com" + link(thing));
        data.put("num_comments", 0).put("score", 1).put("over_18", false).put("stickied", false);
        data.put("locked", thing.isLocked).put("archived", thing.isArchived).putNull("distinguished");
        data.put(
                "removed_by_category",
                switch (thing.fate) {
                    case STANDS -> null;
                    case DELETED -> "deleted";
                    case REMOVED -> "moderator";
                });
        edited(thing, data);
    }

    private static void message(RedditThing thing, ObjectNode data) {
        data.set("body", text(thing));
        data.put("body_html", html(thing)).put("subject", thing.title).put("context", "");
        data.put(
                "dest",
                thing.author.equals(RedditStub.ME) && thing.parent != null ? thing.parent.author : RedditStub.ME);
        data.put("was_comment", false)
                .put("new", thing.isNew)
                .put("type", "unknown")
                .put("replies", "");
        if (thing.parent == null) {
            data.putNull("first_message").putNull("first_message_name").putNull("parent_id");
        } else {
            data.put("first_message", Long.parseLong(thing.root().id, 36));
            data.put("first_message_name", thing.root().name()).put("parent_id", thing.parent.name());
        }
        data.putNull("subreddit").putNull("distinguished");
    }

    /** False, or when. */
    private static void edited(RedditThing thing, ObjectNode data) {
        Instant edited = thing.edited;
        if (edited == null) {
            data.put("edited", false);
        } else {
            data.put("edited", seconds(edited));
        }
    }

    private static JsonNode text(RedditThing thing) {
        return switch (thing.fate) {
            case STANDS -> thing.body;
            case DELETED -> StringNode.valueOf("[deleted]");
            case REMOVED -> StringNode.valueOf("[removed]");
        };
    }

    private static String html(RedditThing thing) {
        return "<div class=\"md\"><p>" + (thing.fate == Fate.STANDS ? thing.words() : "") + "</p>\n</div>";
    }

    private static String link(RedditThing post) {
        return "/r/" + post.subreddit + "/comments/" + post.id + "/the_halo_10/";
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).setScale(1);
    }
}

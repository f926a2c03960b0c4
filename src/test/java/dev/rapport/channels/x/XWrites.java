package dev.rapport.channels.x;

import static dev.rapport.channels.x.XPost.User.SOLVANE;

import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is posted, from https://docs.x.com/x-api/posts/manage-tweets/integrate: an app that pays by use may only answer
 * who mentioned or quoted it. The pages do not give the words of a refusal, nor for how long the same words are refused
 * as a duplicate; the words are as developers report them, and a duplicate is refused while the first still stands.
 */
final class XWrites {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS =
            Set.of(("card_uri,community_id,direct_message_deep_link,edit_options,for_super_followers_only,geo,"
                            + "made_with_ai,media,nullcast,paid_partnership,poll,quote_tweet_id,reply,reply_settings,"
                            + "share_with_followers,text")
                    .split(","));

    private final XStub place;

    XWrites(XStub place) {
        this.place = place;
    }

    Said create(Asked asked) {
        JsonNode body = read(asked);
        if (body == null) {
            return XProblems.invalid("$", "", "The body is not a JSON object");
        }
        for (String name : body.propertyNames()) {
            if (!FIELDS.contains(name)) {
                return XProblems.invalid(name, "", "$." + name + ": is not defined in the schema");
            }
        }
        String text = body.path("text").isString() ? body.path("text").stringValue() : "";
        if (text.isEmpty()) {
            return XProblems.invalid("text", "", "$.text: is missing but it is required");
        }
        if (XWeight.of(text) > XWeight.MAX) {
            return XProblems.invalid("text", text, "Your Tweet text is too long.");
        }
        return body.has("reply") ? reply(text, body.path("reply").path("in_reply_to_tweet_id")) : post(text, null);
    }

    private Said reply(String text, JsonNode to) {
        if (!to.isString() || !to.stringValue().matches("[0-9]{1,19}")) {
            return XProblems.invalid("in_reply_to_tweet_id", to.toString(), "$.reply.in_reply_to_tweet_id: string");
        }
        XPost answered = place.versions().get(Long.parseLong(to.stringValue()));
        if (answered == null) {
            return XProblems.forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.");
        }
        if (!answered.summons() && !answered.author().equals(SOLVANE)) {
            return XProblems.forbidden("Reply to this conversation is not allowed because you have not been mentioned"
                    + " or otherwise engaged by the author of the post you are replying to.");
        }
        return post(text, answered);
    }

    private Said post(String text, @Nullable XPost answered) {
        if (place.received(text) > 0) {
            return XProblems.forbidden("You are not allowed to create a Tweet with duplicate content.");
        }
        XPost post = place.add(SOLVANE, StringNode.valueOf(text), answered, false);
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode data = answer.putObject("data");
        data.put("id", Long.toString(post.id())).put("text", text);
        data.putArray("edit_history_tweet_ids").add(Long.toString(post.id()));
        return Said.of(201, answer.toString());
    }

    private static @Nullable JsonNode read(Asked asked) {
        if (!asked.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            return null;
        }
        try {
            JsonNode body = JSON.readTree(asked.body());
            return body.isObject() ? body : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}

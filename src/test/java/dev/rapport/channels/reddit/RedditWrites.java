package dev.rapport.channels.reddit;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import dev.rapport.channels.reddit.RedditThing.Fate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /api/comment}, from https://www.reddit.com/dev/api/#POST_api_comment: what is refused is 200 with
 * {@code json.errors}. Codes, words and the 10,000 characters from Reddit's source (r2/controllers/api.py,
 * r2/lib/errors.py); {@code THREAD_LOCKED} and the number {@code json.ratelimit} are later than it and not documented.
 */
final class RedditWrites {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 10_000;

    private final RedditStub place;
    private @Nullable Duration pause;

    RedditWrites(RedditStub place) {
        this.place = place;
    }

    void pauseNext(Duration time) {
        pause = time;
    }

    Said comment(Asked asked) {
        Parameters form = Parameters.ofForm(asked);
        String text = form.get("text");
        RedditThing parent = place.find(form.has("thing_id") ? form.get("thing_id") : form.get("parent"));
        if (parent == null) {
            return RedditStub.refusal(403, "Forbidden");
        }
        String[] error = wrong(parent, text);
        if (error != null) {
            return refused(error);
        }
        RedditThing made = place.answered(parent, text);
        if (!form.get("api_type").equals("json")) {
            return Said.ok("{\"jquery\": [[0, 1, \"call\", [\"body\"]]], \"success\": true}");
        }
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode json = answer.putObject("json");
        json.putArray("errors");
        json.putObject("data").putArray("things").add(RedditPayloads.thing(made, false));
        return Said.ok(answer.toString());
    }

    private String @Nullable [] wrong(RedditThing parent, String text) {
        if (text.isBlank()) {
            return new String[] {"NO_TEXT", "we need something here", "text"};
        }
        if (text.length() > LONGEST) {
            return new String[] {"TOO_LONG", "this is too long (max: 10000)", "text"};
        }
        if (pause != null) {
            return new String[] {
                "RATELIMIT", "you are doing that too much. try again in " + pause.toMinutes() + " minutes.", "ratelimit"
            };
        }
        if (parent.fate != Fate.STANDS) {
            return parent.kind.equals("t3")
                    ? new String[] {"DELETED_LINK", "the link you are commenting on has been deleted", "parent"}
                    : new String[] {"DELETED_COMMENT", "that comment has been deleted", "parent"};
        }
        if (parent.root().isLocked) {
            return new String[] {"THREAD_LOCKED", "Comments are locked.", "parent"};
        }
        return parent.root().isArchived
                ? new String[] {"TOO_OLD", "that's a piece of history now; it's too late to reply to it", "parent"}
                : null;
    }

    private Said refused(String[] error) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode json = answer.putObject("json");
        if (pause != null && error[0].equals("RATELIMIT")) {
            json.put("ratelimit", (double) pause.toSeconds());
            pause = null;
        }
        json.putArray("errors").addArray().add(error[0]).add(error[1]).add(error[2]);
        return Said.ok(answer.toString());
    }
}

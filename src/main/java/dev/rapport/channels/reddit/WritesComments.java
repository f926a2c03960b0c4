package dev.rapport.channels.reddit;

import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers comments, posts and private messages, and finds out from what we said last whether an answer is there.
 *
 * @see <a href="https://www.reddit.com/dev/api#POST_api_comment">POST /api/comment</a>
 */
final class WritesComments {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int PAGES = 4;

    private final RedditApi api;

    WritesComments(RedditApi api) {
        this.api = api;
    }

    Sent send(Reply reply) {
        String answered = answered(reply);
        if (reply.visibility() == Heard.Visibility.PRIVATE && !isPrivate(answered)) {
            throw new Fault.Refused("What is answered is public; a private answer does not belong there.");
        }
        JsonNode data = api.post("/api/comment", Map.of("thing_id", answered, "text", reply.text()));
        try {
            return sent(ReadsThings.thing(data.path("things").path(0)));
        } catch (Fault.Broken unknown) {
            throw new Fault.Unsure("Reddit took an answer and did not say which.", unknown);
        }
    }

    /** Ours, with these words and this parent, since the reply was written. */
    Optional<Landing> find(Reply reply) {
        String answered = answered(reply);
        Instant earliest = reply.writtenAt().minus(CLOCKS_DIFFER);
        Listing ours = Listing.of(
                api, isPrivate(answered) ? "/message/sent" : "/user/" + api.account() + "/comments", "sort", "new");
        String older = null;
        for (int number = 0; number < PAGES; number++) {
            NewestFirst.Listed page = ours.page(older);
            for (JsonNode element : page.items()) {
                Thing one = ReadsThings.thing(element);
                if (one.createdAt().isBefore(earliest)) {
                    return Optional.of(new Landing(false, null));
                }
                if (answered.equals(one.parentId()) && comparable(one.words()).equals(comparable(reply.text()))) {
                    return Optional.of(new Landing(true, sent(one)));
                }
            }
            older = page.older();
            if (older == null) {
                return Optional.of(new Landing(false, null));
            }
        }
        return Optional.empty();
    }

    private static String answered(Reply reply) {
        String id = reply.inReplyTo();
        if (id == null) {
            throw new Fault.Refused("Only a post, a comment or a message can be answered on Reddit.");
        }
        return id;
    }

    private static boolean isPrivate(String id) {
        return id.startsWith("t4_");
    }

    private static Sent sent(Thing thing) {
        return new Sent(thing.name(), thing.link(), thing.createdAt());
    }

    private static String comparable(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}

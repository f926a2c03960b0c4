package dev.rapport.channels.youtube;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers comments, and finds out from the thread whether an answer is there.
 *
 * @see <a href="https://developers.google.com/youtube/v3/docs/comments/insert">Comments: insert</a>
 */
final class WritesComments {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final YoutubeApi api;
    private final Threads threads;
    private final String channel;

    /** @param channel ours */
    WritesComments(YoutubeApi api, Threads threads, String channel) {
        this.api = api;
        this.threads = threads;
        this.channel = channel;
    }

    Sent send(Reply reply) {
        if (reply.visibility() == Heard.Visibility.PRIVATE) {
            throw new Fault.Refused("Comments on YouTube are public; a private answer does not belong there.");
        }
        Comment answered = answered(reply)
                .orElseThrow(() -> new Fault.Refused("YouTube no longer has the comment that is answered."));
        JsonNode made = api.insert(
                "/comments", Map.of("snippet", Map.of("parentId", answered.top(), "textOriginal", reply.text())));
        try {
            return sent(Payloads.of(made, Comment.class), answered.snippet().videoId());
        } catch (Fault.Broken unknown) {
            throw new Fault.Unsure("YouTube took a comment and did not say which.", unknown);
        }
    }

    /** Ours, with these words, below the same comment, since the reply was written. */
    Optional<Landing> find(Reply reply) {
        Comment answered = answered(reply).orElse(null);
        if (answered == null) {
            return Optional.empty();
        }
        Instant earliest = reply.writtenAt().minus(CLOCKS_DIFFER);
        for (JsonNode node : threads.answersTo(answered.top(), false)) {
            Comment one = Payloads.of(node, Comment.class);
            boolean isLater = !one.snippet().publishedAt().isBefore(earliest);
            if (one.isBy(channel) && isLater && one.says(reply.text())) {
                return Optional.of(
                        new Landing(true, sent(one, answered.snippet().videoId())));
            }
        }
        return Optional.of(new Landing(false, null));
    }

    /** What is answered, as it is now. */
    private Optional<Comment> answered(Reply reply) {
        String id = reply.inReplyTo();
        if (id == null) {
            throw new Fault.Refused("Only a comment can be answered on YouTube.");
        }
        return api.withId("/comments", List.of(id)).stream().findFirst().map(one -> Payloads.of(one, Comment.class));
    }

    private static Sent sent(Comment comment, @Nullable String video) {
        String about =
                comment.snippet().videoId() == null ? video : comment.snippet().videoId();
        return new Sent(
                comment.id(),
                ReadsComments.link(comment, about),
                comment.snippet().publishedAt());
    }
}

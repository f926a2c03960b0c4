package dev.rapport.channels.x;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers posts, and finds out from our own latest ones whether an answer is there.
 *
 * @see <a href="https://docs.x.com/x-api/posts/create-post">creating a post</a>
 */
final class WritesPosts {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int FEWEST = 5;

    private final XApi api;

    WritesPosts(XApi api) {
        this.api = api;
    }

    Sent send(Reply reply) {
        if (reply.visibility() == Heard.Visibility.PRIVATE) {
            throw new Fault.Refused("Posts on X are public; a private answer does not belong there.");
        }
        int length = WeightedLength.of(reply.text());
        if (length > WeightedLength.MOST) {
            throw new Fault.Refused("X takes this text to be " + length + " letters long; it allows "
                    + WeightedLength.MOST + ". Emoji and Asian letters count twice.");
        }
        JsonNode made =
                api.post(Map.of("text", reply.text(), "reply", Map.of("in_reply_to_tweet_id", answered(reply))));
        String id = ReadsPosts.id(made);
        if (id.isEmpty()) {
            String why = "X took a post and did not say which.";
            throw new Fault.Unsure(why, new IllegalStateException(why));
        }
        return new Sent(id, ReadsPosts.link(null, id), reply.writtenAt());
    }

    /** Ours, with these words and this parent, since the reply was written. */
    Optional<Landing> find(Reply reply, String us) {
        String earliest = reply.writtenAt()
                .minus(CLOCKS_DIFFER)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        JsonNode ours = api.listForReply("/2/users/" + us + "/tweets", FEWEST, "start_time", earliest);
        for (JsonNode node : ours.path("data")) {
            Post post = Payloads.of(node, Post.class);
            boolean sameParent = answered(reply).equals(post.answered());
            if (sameParent && comparable(post.words()).equals(comparable(reply.text()))) {
                Sent sent = new Sent(post.first(), ReadsPosts.link(null, post.first()), post.createdAt());
                return Optional.of(new Landing(true, sent));
            }
        }
        boolean isAll = ours.path("meta").path("next_token").asString("").isEmpty();
        return isAll ? Optional.of(new Landing(false, null)) : Optional.empty();
    }

    private static String answered(Reply reply) {
        String id = reply.inReplyTo();
        if (id == null) {
            throw new Fault.Refused("Only a post can be answered on X.");
        }
        return id;
    }

    /** X puts the names of those who are answered in front, and writes addresses its own way. */
    private static String comparable(String words) {
        return words.replaceFirst("^(@\\w+\\s+)+", "")
                .replaceAll("https?://\\S+", "…")
                .replaceAll("\\s+", " ")
                .strip();
    }
}

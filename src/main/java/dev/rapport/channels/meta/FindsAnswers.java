package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Looks for our answer to a comment. Meta hangs an answer to an answer to the comment above both, so that one that is not found may
 * still have arrived.
 */
final class FindsAnswers {

    private FindsAnswers() {}

    static Optional<Landing> find(Graph graph, Connection inbox, String us, MetaTree.Edge edge, Reply reply) {
        JsonNode answers = graph.get(inbox, edge.path(), edge.query()).json().path("data");
        return StreamSupport.stream(answers.spliterator(), false)
                .filter(one -> one.path("from").path("id").asString("").equals(us))
                .filter(one -> words(one).strip().equals(reply.text().strip()))
                .filter(one -> time(one) >= reply.writtenAt().getEpochSecond() - 1)
                .findFirst()
                .map(one -> new Landing(true, sent(one, reply)));
    }

    private static Sent sent(JsonNode answer, Reply reply) {
        return new Sent(FacebookWords.comment(answer.path("id").asString("")), null, reply.writtenAt());
    }

    /** Facebook calls it a message, Instagram a text. */
    private static String words(JsonNode answer) {
        return answer.path("message").asString(answer.path("text").asString(""));
    }

    private static long time(JsonNode answer) {
        return Math.max(GraphTime.seconds(answer.path("created_time")), GraphTime.seconds(answer.path("timestamp")));
    }
}

package dev.rapport.demo;

import dev.rapport.channels.spi.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What some people of the world say when they are answered; each once. */
@Component
@WhenDemo
class WritesBack {

    private final Map<String, Map<String, Object>> byMessage;
    private final Town town;
    private final ObjectProvider<KeepsTalking> talking;

    WritesBack(WorldFiles files, Town town, ObjectProvider<KeepsTalking> talking) {
        this.byMessage = files.lines("answers.ndjson").stream()
                .collect(Collectors.toMap(line -> Town.text(line, "to"), Function.identity()));
        this.town = town;
        this.talking = talking;
    }

    void to(Reply reply) {
        Stream.concat(Stream.ofNullable(reply.inReplyTo()), reply.references().reversed().stream())
                .filter(byMessage::containsKey)
                .findFirst()
                .ifPresent(this::later);
    }

    private void later(String message) {
        Map<String, Object> line = new LinkedHashMap<>(byMessage.getOrDefault(message, Map.of()));
        line.put("in_reply_to", message);
        line.remove("to");
        Duration after = Duration.ofSeconds(Long.parseLong(Town.text(line, "after")));
        talking.getObject().later(town.placeOf(message), line, after);
    }
}

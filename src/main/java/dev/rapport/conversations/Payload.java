package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The raw form in which an accepted batch waits to be placed: JSON, so that a person can read it when it has to be. */
@Component
class Payload {

    /** One accepted message and the id it got. */
    record Entry(long messageId, Heard heard) {}

    private record Entries(List<Entry> entries) {}

    private final JsonMapper json = JsonMapper.builder().build();

    byte[] write(List<Entry> entries) {
        return json.writeValueAsBytes(new Entries(entries));
    }

    List<Entry> read(byte[] payload) {
        return json.readValue(payload, Entries.class).entries();
    }
}

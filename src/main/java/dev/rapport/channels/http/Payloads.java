package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what other programs write as JSON into records; fields that we do not know are left out. */
public final class Payloads {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Payloads() {}

    /** @throws Fault.Broken when it is something else than was expected */
    public static <T> T of(Answer answer, Class<T> type) {
        return of(answer.body(), type);
    }

    /** @throws Fault.Broken when it is something else than was expected */
    public static <T> T of(JsonNode json, Class<T> type) {
        return of(json.toString().getBytes(StandardCharsets.UTF_8), type);
    }

    /** One thing of a list; what cannot be read is kept as it came. */
    public static Item item(String id, JsonNode json, Function<JsonNode, Item> read) {
        try {
            return read.apply(json);
        } catch (Fault.Broken | IllegalArgumentException | DateTimeException unreadable) {
            byte[] raw = json.toString().getBytes(StandardCharsets.UTF_8);
            return new Item.Unreadable(id, raw, String.valueOf(unreadable.getMessage()));
        }
    }

    /** What was kept, read once more. */
    public static Item again(Item.Unreadable kept, Function<JsonNode, Item> read) {
        try {
            return item(kept.remoteId(), JSON.readTree(kept.raw()), read);
        } catch (JacksonException stillNoJson) {
            return kept;
        }
    }

    /** @throws Fault.Broken when it is something else than was expected */
    public static <T> T of(byte[] json, Class<T> type) {
        try {
            T value = JSON.readValue(json, type);
            if (value == null) {
                throw new Fault.Broken("Where something was expected there is nothing.");
            }
            return value;
        } catch (JacksonException e) {
            throw new Fault.Broken("It cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}

package dev.rapport.channels.http;

import dev.rapport.channels.spi.Fault;
import tools.jackson.core.JacksonException;
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

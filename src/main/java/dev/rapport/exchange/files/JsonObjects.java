package dev.rapport.exchange.files;

import dev.rapport.exchange.spi.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object into a record, or says what is wrong with it. */
final class JsonObjects {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private JsonObjects() {}

    static FileRecord read(long number, byte[] bytes, Position after) {
        String raw = Words.strict(bytes).orElse(null);
        if (raw == null) {
            return new FileRecord.Malformed(number, Words.lenient(bytes), after, Fault.NOT_UTF_8.reason());
        }
        try {
            return new FileRecord.Readable(number, raw, after, said(JSON.readValue(raw, OBJECT)));
        } catch (JacksonException broken) {
            return new FileRecord.Malformed(number, raw, after, why(raw, broken));
        }
    }

    private static Map<String, Object> said(@Nullable Map<String, @Nullable Object> object) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (object != null) {
            object.forEach((name, value) -> {
                if (value != null) {
                    said.put(name, value);
                }
            });
        }
        return said;
    }

    private static Reason why(String raw, JacksonException broken) {
        if (!raw.stripLeading().startsWith("{")) {
            return Fault.NO_OBJECT.reason();
        }
        TokenStreamLocation place = broken.getLocation();
        String what = broken.getOriginalMessage().lines().findFirst().orElse("");
        return place == null
                ? Fault.BROKEN_JSON.reason(what)
                : Fault.BROKEN_JSON_AT.reason(what, Integer.toString(Math.max(1, place.getColumnNr())));
    }
}

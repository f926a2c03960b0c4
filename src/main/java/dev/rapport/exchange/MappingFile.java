package dev.rapport.exchange;

import dev.rapport.exchange.files.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mapping written by hand, as JSON: {@code {"columns": {"Customer No": "number", "Fax": ""}, "constants": {"network":
 * "twitter"}, "dates": "day-first"}}; all but the columns may be left out.
 */
public final class MappingFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MappingFile() {}

    /**
     * Reads the file.
     *
     * @throws CannotImport when it cannot be read, with an example of one that can
     */
    public static Mapping read(Path file) {
        try {
            return mapping(JSON.readValue(Files.readString(file), Written.class));
        } catch (IOException unreadable) {
            throw new CannotImport("There is no map file " + file + " that can be read.");
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new CannotImport("The map file " + file + " is not understood. It is JSON like "
                    + "{\"columns\": {\"Customer No\": \"number\", \"Fax\": \"\"}, \"constants\": {\"country\": \"CH\"}, "
                    + "\"dates\": \"day-first\"}; dates are as-written, day-first or month-first.");
        }
    }

    private static Mapping mapping(@Nullable Written written) {
        if (written == null || written.columns() == null) {
            throw new IllegalArgumentException("No columns");
        }
        Map<String, String> columns = new LinkedHashMap<>();
        written.columns().forEach((column, field) -> columns.put(Head.key(column), field == null ? "" : field.strip()));
        Map<String, String> constants = written.constants() == null ? Map.of() : written.constants();
        String dates = written.dates() == null ? "as-written" : written.dates();
        return new Mapping(
                columns,
                constants,
                DateOrder.valueOf(dates.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private record Written(
            @Nullable Map<String, @Nullable String> columns,
            @Nullable Map<String, String> constants,
            @Nullable String dates) {}
}

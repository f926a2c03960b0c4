package dev.rapport.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files the world is written in, below {@code demo/} in the application itself. */
@Component
@WhenDemo
class WorldFiles {

    private static final TypeReference<Map<String, Object>> LINE = new TypeReference<>() {};

    private final JsonMapper json;

    WorldFiles(JsonMapper json) {
        this.json = json;
    }

    String text(String name) {
        try (InputStream file = WorldFiles.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The demo world has no file " + name + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One object a line. */
    List<Map<String, Object>> lines(String name) {
        return text(name).lines().map(line -> json.readValue(line, LINE)).toList();
    }

    /** One record a line. */
    <T> List<T> lines(String name, Class<T> kind) {
        return text(name).lines().map(line -> json.readValue(line, kind)).toList();
    }

    String written(List<Map<String, Object>> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(json.writeValueAsString(line)).append('\n'));
        return out.toString();
    }
}

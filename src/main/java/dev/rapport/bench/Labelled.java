package dev.rapport.bench;

import dev.rapport.understanding.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** One labelled text. */
record Labelled(
        String text,
        String label,
        String lang,
        @Nullable Integer from,
        @Nullable Integer to) {

    static List<Labelled> read(Path file) throws IOException {
        var json = new ObjectMapper();
        try (var lines = Files.lines(file)) {
            return lines.map(json::readTree)
                    .map(row -> new Labelled(
                            row.get("text").asString(),
                            row.get("label").asString(),
                            row.has("lang") ? row.get("lang").asString() : "en",
                            row.has("from") ? row.get("from").asInt() : null,
                            row.has("to") ? row.get("to").asInt() : null))
                    .toList();
        }
    }

    /** The labelled files of a folder, by name. */
    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
    }

    /** A file's name without its ending. */
    static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".ndjson", "");
    }

    /** The files count code points, spans count UTF-16. */
    Span span() {
        int start = from == null ? 0 : from;
        int end = to == null ? 0 : to;
        return new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
}

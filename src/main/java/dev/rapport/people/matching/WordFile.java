package dev.rapport.people.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resource of lines {@code key: word word …}; {@code #} begins a comment, a key may come again. */
final class WordFile {

    private WordFile() {}

    static Map<String, List<String>> read(String name) {
        return parse(text(name));
    }

    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    List<String> words =
                            List.of(line.substring(colon + 1).strip().split("\\s+"));
                    lines.merge(line.substring(0, colon).strip(), words, WordFile::both);
                });
        return lines;
    }

    static String text(String name) {
        String path = "/matching/" + name + ".txt";
        try (InputStream in = WordFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + path + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}

package dev.rapport.people.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is held about a person, to be read and printed.
 *
 * @param sections of each at most {@value #MOST} rows; the file has all
 */
public record HeldPage(long id, String name, Instant at, List<Section> sections) {

    static final int MOST = 1_000;
    private static final int LONGEST = 5_000;
    private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

    /**
     * A part of it.
     *
     * @param more how many rows stand in the file only
     */
    public record Section(String name, List<Map<String, String>> rows, long more) {}

    /** Gathers rows for the page. */
    static final class Reading {

        private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        private final Map<String, Long> more = new LinkedHashMap<>();

        void row(String section, String json) {
            List<Map<String, String>> some = rows.computeIfAbsent(section, name -> new ArrayList<>());
            if (some.size() < MOST) {
                some.add(words(JsonMapper.shared().readValue(json, ROW)));
            } else {
                more.merge(section, 1L, Long::sum);
            }
        }

        List<Section> sections() {
            return rows.entrySet().stream()
                    .map(each -> new Section(each.getKey(), each.getValue(), more.getOrDefault(each.getKey(), 0L)))
                    .toList();
        }

        /** What says nothing is left out; a file's bytes are in the other copy. */
        private static Map<String, String> words(Map<String, Object> row) {
            Map<String, String> words = new LinkedHashMap<>();
            row.forEach((field, value) -> {
                if (value != null && !value.equals("") && !value.equals(List.of()) && !field.equals("content")) {
                    String text = value instanceof String said
                            ? said
                            : JsonMapper.shared().writeValueAsString(value);
                    words.put(field, text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text);
                }
            });
            return words;
        }
    }
}

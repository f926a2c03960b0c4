package dev.rapport.channels;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a stub was asked with: the parameters of an address, or the fields of a form. */
public record Parameters(Map<String, String> values) {

    /** Of an address; {@link StubPlace.Asked} holds its query decoded already. */
    public static Parameters of(StubPlace.Asked asked) {
        return parse(asked.query(), false);
    }

    public static Parameters ofForm(StubPlace.Asked asked) {
        return parse(asked.body(), true);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable String find(String name) {
        return values.get(name);
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** A number, or -1 where something else was sent. */
    public int number(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        return get(name).matches("\\d{1,9}") ? Integer.parseInt(get(name)) : -1;
    }

    public List<String> list(String name) {
        return Arrays.stream(get(name).split(",")).filter(one -> !one.isBlank()).toList();
    }

    /** What was sent and is not among these. */
    public Set<String> others(Set<String> known) {
        Set<String> others = new TreeSet<>(values.keySet());
        others.removeAll(known);
        return others;
    }

    private static Parameters parse(String text, boolean encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = pair.substring(equals + 1);
                values.put(
                        pair.substring(0, equals), encoded ? URLDecoder.decode(value, StandardCharsets.UTF_8) : value);
            }
        }
        return new Parameters(values);
    }
}

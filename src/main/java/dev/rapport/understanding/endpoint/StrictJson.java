package dev.rapport.understanding.endpoint;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an answer that has to be one JSON object and nothing else; one fence of Markdown around it is taken off. */
public final class StrictJson {

    private static final Pattern FENCED = Pattern.compile("\\A```(?:json)?[ \\t]*\\R(.*)\\R```\\z", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @throws Flawed when it is anything else than an object */
    public static JsonNode object(String answer) {
        try {
            JsonNode root = JSON.readTree(unfenced(answer));
            if (!root.isObject()) {
                throw new Flawed(Flaw.NO_JSON);
            }
            return root;
        } catch (JacksonException e) {
            throw new Flawed(Flaw.NO_JSON);
        }
    }

    /** An answer without the fence around all of it. */
    public static String unfenced(String answer) {
        String stripped = answer.strip();
        Matcher fenced = FENCED.matcher(stripped);
        return fenced.matches() ? fenced.group(1).strip() : stripped;
    }

    /** @throws Flawed when an object has other fields than these */
    public static void fields(JsonNode object, String... names) {
        boolean isExact =
                object.isObject() && new TreeSet<>(object.propertyNames()).equals(new TreeSet<>(Set.of(names)));
        if (!isExact) {
            throw new Flawed(Flaw.WRONG_SHAPE);
        }
    }
}

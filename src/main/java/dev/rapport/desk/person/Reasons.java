package dev.rapport.desk.person;

import dev.rapport.shared.web.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says the evidence of a link in words. A kind of evidence without a sentence of its own is told by its words alone. */
@Component
public class Reasons {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double TELLING = 0.5;
    private static final int MOST = 3;

    private final Texts texts;

    Reasons(Texts texts) {
        this.texts = texts;
    }

    /** One sentence for each reason: exact ones first, then the weighed ones that weigh most. */
    public List<String> inWords(String evidence, Locale language) {
        List<JsonNode> all = JSON.readTree(evidence).valueStream().toList();
        Stream<String> exact =
                all.stream().filter(each -> !each.path("bits").isNumber()).map(each -> exact(each, language));
        Stream<String> weighed = all.stream()
                .filter(each -> each.path("bits").asDouble(0) >= TELLING)
                .sorted(Comparator.comparingDouble(
                        (JsonNode each) -> -each.path("bits").asDouble(0)))
                .limit(MOST)
                .map(each -> weighed(each, language));
        return Stream.concat(exact, weighed)
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    private String weighed(JsonNode evidence, Locale language) {
        String key = "evidence." + evidence.path("kind").asString("") + "."
                + evidence.path("level").asString("");
        String words = evidence.path("words").asString("");
        return texts.has(language, key) ? texts.text(language, key, words) : words;
    }

    private String exact(JsonNode evidence, Locale language) {
        String key = "why." + evidence.path("kind").asString("").toLowerCase(Locale.ROOT);
        String words = evidence.path("words").asString("");
        String sentence = texts.has(language, key) ? texts.text(language, key, words) : words;
        int rivals = evidence.path("rivals").asInt(0);
        return rivals > 0 ? texts.text(language, "why.rivals", sentence, rivals) : sentence;
    }
}

package dev.rapport.desk.person;

import dev.rapport.shared.web.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says the evidence of a link in words. A kind of evidence without a sentence of its own is told by its words alone. */
@Component
public class Reasons {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Texts texts;

    Reasons(Texts texts) {
        this.texts = texts;
    }

    /** One sentence for each reason, in the order of the evidence. */
    public List<String> inWords(String evidence, Locale language) {
        return JSON.readTree(evidence)
                .valueStream()
                .map(each -> inWords(each, language))
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    private String inWords(JsonNode evidence, Locale language) {
        String key = "why." + evidence.path("kind").asString("").toLowerCase(Locale.ROOT);
        String words = evidence.path("words").asString("");
        String sentence = texts.has(language, key) ? texts.text(language, key, words) : words;
        int rivals = evidence.path("rivals").asInt(0);
        return rivals > 0 ? texts.text(language, "why.rivals", sentence, rivals) : sentence;
    }
}

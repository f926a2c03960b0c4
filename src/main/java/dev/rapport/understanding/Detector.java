package dev.rapport.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP's language detector, held to the organisation's languages. */
final class Detector {

    private static final String MODEL = "/langdetect-183.bin";
    private static final int ENOUGH = 300;

    private final List<String> own;
    private final Map<String, String> ownByIso3 = new HashMap<>();

    Detector(List<String> own) {
        this.own = own;
        own.forEach(tag -> ownByIso3.put(Locale.forLanguageTag(tag).getISO3Language(), tag));
    }

    /** The likeliest of our languages. */
    String language(Tokens tokens) {
        if (own.size() == 1) {
            return own.getFirst();
        }
        @Nullable Language likeliest = null;
        for (Language language : Loaded.DETECTOR.predictLanguages(words(tokens))) {
            boolean ours = ownByIso3.containsKey(language.getLang());
            if (ours && (likeliest == null || language.getConfidence() > likeliest.getConfidence())) {
                likeliest = language;
            }
        }
        return likeliest == null ? own.getFirst() : ownByIso3.getOrDefault(likeliest.getLang(), own.getFirst());
    }

    private static String words(Tokens tokens) {
        var words = new StringBuilder();
        for (int i = 0; i < tokens.count && words.length() < ENOUGH; i++) {
            if (tokens.kind[i] == Tokens.WORD) {
                words.append(tokens.text, tokens.from[i], tokens.to[i]).append(' ');
            }
        }
        return words.toString();
    }

    /** The model is read once, when a text first needs it. */
    private static final class Loaded {
        static final LanguageDetectorME DETECTOR = load();

        private static LanguageDetectorME load() {
            try (var in = Detector.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the language model is missing from the class path: " + MODEL);
                }
                return new LanguageDetectorME(new LanguageDetectorModel(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

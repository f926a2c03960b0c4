package dev.rapport.shared.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words on the screens, from every module's {@code messages/<module>_<language>.properties}. */
@Component
public class Texts {

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Map<Locale, Map<String, String>> byLanguage = new HashMap<>();

    public Texts() {
        for (Locale language : LANGUAGES) {
            byLanguage.put(language, read(language));
        }
    }

    /** The languages in which the screens can be read. */
    public List<Locale> languages() {
        return LANGUAGES;
    }

    /** All keys of one language. */
    public Set<String> keys(Locale language) {
        return Set.copyOf(patterns(language).keySet());
    }

    public boolean has(Locale language, String key) {
        return patterns(language).containsKey(key);
    }

    /**
     * The text of {@code key} with {@code args} filled in as {@link MessageFormat} does. A key without a text shows
     * itself, so that a slip is seen and the page still works.
     */
    public String text(Locale language, String key, Object... args) {
        String pattern = patterns(language).get(key);
        if (pattern == null) {
            log.warn("No text for {} in {}", key, language);
            return key;
        }
        Object[] isolated = Arrays.stream(args).map(Texts::isolated).toArray();
        return new MessageFormat(pattern, language).format(isolated);
    }

    Map<String, String> patterns(Locale language) {
        Map<String, String> patterns = byLanguage.get(Locale.of(language.getLanguage()));
        return patterns == null ? Objects.requireNonNull(byLanguage.get(Locale.ENGLISH)) : patterns;
    }

    /** A right-to-left name inside a left-to-right sentence would turn its neighbours around. */
    private static Object isolated(Object arg) {
        boolean turns = arg instanceof String text && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return turns ? "\u2068" + arg + "\u2069" : arg;
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> texts = new HashMap<>();
        try {
            String pattern = "classpath*:messages/*_" + language.getLanguage() + ".properties";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                properties(file).forEach((key, text) -> texts.put((String) key, (String) text));
            }
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the texts of the screens", e);
        }
    }

    private static Properties properties(Resource file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}

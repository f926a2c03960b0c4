package dev.rapport.understanding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reason why people turn to the organisation.
 *
 * @param key stable: {@code late}, {@code billing} …
 * @param name the organisation's own name for it; empty for a shipped reason under its shipped name
 * @param words patterns of words that speak for it, separated by semicolons, besides the shipped ones
 */
public record CareReason(String key, @Nullable String name, String words) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEY = 40;
    private static final int MOST_WORDS = 2_000;

    /** A new one, whose key is made of its name once and for all. */
    public static CareReason named(String name, String words) {
        return new CareReason(key(name), name.strip(), words.strip());
    }

    public boolean isShipped() {
        return CareReasons.SHIPPED.contains(key);
    }

    /** What keeps it from being used, as keys: {@code name}, and of its words {@code long}, {@code gap}, {@code wide}. */
    public List<String> problems() {
        boolean badName = name == null ? !isShipped() : name.isBlank() || name.length() > LONGEST_NAME;
        boolean tooMuch = words.length() > MOST_WORDS;
        return Stream.of(
                        badName ? List.of("name") : List.<String>of(),
                        tooMuch ? List.of("long") : List.<String>of(),
                        Arrays.stream(words.split(";"))
                                .flatMap(pattern -> PatternSyntax.problems(pattern).stream())
                                .toList())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String key =
                plain.isEmpty() ? "reason-" + Integer.toHexString(name.strip().hashCode()) : plain;
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY).replaceAll("-+$", "") : key;
    }
}

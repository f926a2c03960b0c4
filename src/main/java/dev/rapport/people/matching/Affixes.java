package dev.rapport.people.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words people put around their name in a handle: "official", "team", "rep", "for". */
enum Affixes {
    ROLE,
    TEAM,
    PLAIN;

    private static final Map<String, Affixes> WORDS = new HashMap<>();

    static {
        Map<String, List<String>> lines = WordFile.read("affixes");
        for (Affixes kind : values()) {
            lines.getOrDefault(kind.name().toLowerCase(Locale.ROOT), List.of())
                    .forEach(word -> WORDS.putIfAbsent(word, kind));
        }
    }

    static @Nullable Affixes of(String folded) {
        return WORDS.get(folded);
    }
}

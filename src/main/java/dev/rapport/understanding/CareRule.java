package dev.rapport.understanding;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A care pattern as the editor shows it.
 *
 * @param own written by this organisation; together with {@code shipped}: one that came with Rapport, with other points
 * @param shipped came with Rapport
 * @param off shipped, but switched off here
 */
public record CareRule(CarePattern pattern, boolean own, boolean shipped, boolean off) {

    /** The same for the same words of the same failure in the same language, whatever the points: for addresses. */
    public String id() {
        String words = pattern.language() + '\t' + pattern.key() + '\t' + pattern.pattern();
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

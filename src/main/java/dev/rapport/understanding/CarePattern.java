package dev.rapport.understanding;

import org.jspecify.annotations.Nullable;

/**
 * One way in which people tell that care has failed them, without any word of feeling: "on hold 2 hours".
 *
 * @param language BCP-47 tag of the words
 * @param key the failure, stable: {@code waiting}, {@code cancelled}, {@code lost} …
 * @param points what it adds to urgency by itself, 0 to 100
 * @param pattern words in the syntax of the guide: {@code a/b} either, {@code a?} maybe, {@code #} a number, {@code ~} up
 *     to three words between
 * @param reason the key of the reason it speaks for; empty for that of its failure
 */
public record CarePattern(
        String language,
        String key,
        int points,
        String pattern,
        @Nullable String reason) {}

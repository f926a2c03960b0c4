package dev.rapport.understanding;

/**
 * One reason why a message is urgent.
 *
 * @param key stable, translated by the screens: {@code safety}, {@code waiting}, {@code deadline} …
 * @param words the exact words of the text or title
 * @param points what it adds by itself, 1 to 100
 */
public record Reason(String key, String words, int points) {}

package dev.rapport.understanding;

/**
 * What a reading was made with; readings with equal versions of equal words are equal.
 *
 * @param rules the built-in rules and the organisation's care patterns
 * @param model the learnt word weights
 * @param catalogue the version of the catalogue's snapshot
 */
public record Versions(String rules, String model, long catalogue) {}

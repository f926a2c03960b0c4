package dev.rapport.understanding;

/**
 * A care pattern as the editor shows it.
 *
 * @param own added by this organisation, not shipped
 * @param off shipped, but switched off here
 */
public record CareRule(CarePattern pattern, boolean own, boolean off) {}

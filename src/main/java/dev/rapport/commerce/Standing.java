package dev.rapport.commerce;

/** Whose brand it is: ours, a competitor's or a partner's. */
public enum Standing {
    OURS,
    COMPETITOR,
    PARTNER
}

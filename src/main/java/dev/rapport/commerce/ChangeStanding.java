package dev.rapport.commerce;

/** Says whose a brand is now: a partner can be bought, a brand of ours sold. */
public record ChangeStanding(Target brand, Standing standing) {}

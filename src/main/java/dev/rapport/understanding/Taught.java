package dev.rapport.understanding;

/** Words and what somebody said about their reading: what the organisation's own layer learns from. */
public record Taught(Words words, Change change) {}

package dev.rapport.exchange;

/** A line that was not taken, as it stood in the file, and how to repair it. */
public record RefusedLine(long line, String raw, String why) {}

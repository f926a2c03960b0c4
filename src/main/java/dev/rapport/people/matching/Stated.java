package dev.rapport.people.matching;

/** What was said about a profile's likeliest contact by weights that had not seen it, and whether it was right. */
public record Stated(double probability, boolean right) {}

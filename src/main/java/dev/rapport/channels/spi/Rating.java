package dev.rapport.channels.spi;

/** A review's stars: {@code given} out of {@code best}. */
public record Rating(double given, double best) {}

package dev.rapport.shared.web;

/**
 * Statements of about the same confidence, against what people found: one point of a calibration plot.
 *
 * @param stated how sure they were on average, 0 to 1
 * @param confirmed the share that was right, 0 to 1
 * @param n how many people looked at
 */
public record Band(double stated, double confirmed, int n) {}

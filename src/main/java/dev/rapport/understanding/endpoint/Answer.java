package dev.rapport.understanding.endpoint;

/**
 * What a model answered.
 *
 * @param text as it came: nothing about it is to be trusted
 * @param model whom we asked
 */
public record Answer(String text, String model) {}

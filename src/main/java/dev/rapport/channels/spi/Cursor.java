package dev.rapport.channels.spi;

/** How far an inbox was read, in the connector's own words (JSON); nobody else looks inside. */
public record Cursor(String json) {}

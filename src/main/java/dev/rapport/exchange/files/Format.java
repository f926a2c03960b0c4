package dev.rapport.exchange.files;

/** How a file is written. */
public enum Format {
    NDJSON,
    JSON_ARRAY,
    CSV
}

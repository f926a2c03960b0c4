package dev.rapport.exchange.files;

/**
 * A place between two records of an unpacked file.
 *
 * @param offset in bytes
 * @param line the number of the last line (in a JSON array: element) before it
 */
public record Position(long offset, long line) {

    public static final Position START = new Position(0, 0);
}

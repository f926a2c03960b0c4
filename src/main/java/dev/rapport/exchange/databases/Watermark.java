package dev.rapport.exchange.databases;

import org.jspecify.annotations.Nullable;

/**
 * How far a query was read: the value of its watermark in the last row and, when there are more rows, that of the key beside it.
 *
 * @param key where to go on among rows of one value; none when all of them were read
 */
record Watermark(
        CellType type,
        String value,
        @Nullable CellType keyType,
        @Nullable String key) {

    boolean is(Watermark other) {
        return value.equals(other.value);
    }
}

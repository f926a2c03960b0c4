package dev.rapport.exchange.files;

import dev.rapport.exchange.spi.Reason;
import java.util.Map;

/** One record of a file: readable, or not and why. */
public sealed interface FileRecord {

    /** The line it begins on, from 1; in a JSON array which element it is. */
    long number();

    /** As it stands in the file; of one that is too long, its beginning. */
    String raw();

    /** Where the next record begins. */
    Position after();

    /** What it says, by field; fields that say nothing are left out. */
    record Readable(long number, String raw, Position after, Map<String, Object> values) implements FileRecord {}

    /** Something that is no record, and how to repair it. */
    record Malformed(long number, String raw, Position after, Reason why) implements FileRecord {}
}

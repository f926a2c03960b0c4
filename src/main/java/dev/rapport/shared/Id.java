package dev.rapport.shared;

/**
 * A typed key of one row. Each kind is a record of one {@code long} with a static {@code of(Long)}, which is how rows are
 * read straight into records.
 */
public interface Id {

    /** The key as the database holds it, greater than zero. */
    long value();
}

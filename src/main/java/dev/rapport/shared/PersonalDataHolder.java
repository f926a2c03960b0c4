package dev.rapport.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module's part in what is held about somebody: names its tables, shows what is in them, erases it for good. Each holder
 * needs only its own store, never a face. Ask for the implementations at call time.
 */
public interface PersonalDataHolder {

    /** Every table, with its schema, in which this holder finds personal data; a test asks that no other table has any. */
    Set<String> tables();

    /** What is held, by section ({@code messages}), each a list of rows that can be written as JSON. */
    Map<String, List<Map<String, Object>>> export(Subject subject);

    /**
     * Erases it in the caller's transaction and remembers, by keyed hashes only, what must not come in again. Facts that
     * name nobody (that a message was said, its reading) stay, without words.
     *
     * @return rows changed or removed
     */
    int erase(Subject subject);
}

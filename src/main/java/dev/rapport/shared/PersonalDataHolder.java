package dev.rapport.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A module's part in what is held about somebody: names its tables, shows what is in them, erases it for good. Each holder
 * needs only its own store, never a face of a module below. Ask for the implementations at call time.
 */
public interface PersonalDataHolder {

    /** Every table, with its schema, in which this holder finds personal data; a test asks that no other table has any. */
    Set<String> tables();

    /** What is held, as it is counted and handed over. */
    List<HeldSection> sections();

    /** What is still going on with them and would be broken off: open cases, running contracts. */
    default List<HeldSection> ongoing() {
        return List.of();
    }

    /**
     * Erases it in the caller's transaction and sets tombstones, so that it does not come in again. Facts that name nobody
     * (that a message was said, its reading) stay, without words. Erasing again changes nothing.
     *
     * @return rows changed or removed
     */
    int erase(Subject subject, Instant at);

    /** What this module does not take in again; empty when nothing comes in there. */
    default Optional<Tombstones> tombstones() {
        return Optional.empty();
    }

    /** Whoever is held here although they were erased, as they are in a database restored from an older backup. */
    default Subject recognise(Predicate<TombstoneKey> isErased) {
        return Subject.NOBODY;
    }
}

package dev.rapport.commerce;

import dev.rapport.shared.Sql;
import java.util.stream.Stream;

/** Lets one transaction at a time write what a source tells, so that two imports of it cannot stand in each other's way. */
final class TellingLock {

    private TellingLock() {}

    /** Held until the transaction ends; taken in the order of the sources' names. */
    static void hold(Sql sql, String kind, Stream<String> sources) {
        sources.distinct()
                .sorted()
                .forEach(source -> sql.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                        .param("what", kind + ":" + source)
                        .single(Integer.class));
    }
}

package dev.rapport.shared;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps erasing apart from what brings words in or copies them on: those share the lock, erasing has it alone. Whoever takes
 * it takes it first, before any row, so that nobody waits in a circle.
 */
@Component
public class ErasureLock {

    private static final String KEY = "hashtextextended('rapport.erasure', 0)";

    private final Sql sql;

    public ErasureLock(Sql sql) {
        this.sql = sql;
    }

    /** Nobody is erased until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepOut() {
        sql.sql("select pg_advisory_xact_lock_shared(" + KEY + ")").list((row, number) -> true);
    }

    /** Waits until nothing comes in, and keeps it so until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone() {
        sql.sql("select pg_advisory_xact_lock(" + KEY + ")").list((row, number) -> true);
    }
}

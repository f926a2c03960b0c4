package dev.rapport.access;

import dev.rapport.shared.Sql;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells open screens that something changed, in every process that serves them. Told is only what and which, never its
 * contents: the screen asks for those itself, with the rights of who looks at it.
 */
@Service
public class LiveUpdates {

    /** Where PostgreSQL carries it. */
    public static final String CHANNEL = "rapport_live";

    private final Sql sql;

    public LiveUpdates(Sql sql) {
        this.sql = sql;
    }

    /**
     * Tells when the caller's transaction commits, and not if it does not. Once a batch is enough.
     *
     * @param topic what screens follow: {@code inbox}, {@code people}, {@code imports}; no spaces
     * @param id which one, or empty for many
     */
    @Transactional
    public void publish(String topic, String id) {
        sql.sql("select pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", topic + " " + id)
                .list((row, number) -> topic);
    }
}

package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import org.springframework.stereotype.Repository;

/** Ends sessions. They are made and read by Spring Session, under the user's id as the principal's name. */
@Repository
class SessionStore {

    private final Sql sql;

    SessionStore(Sql sql) {
        this.sql = sql;
    }

    void endAll(UserId user) {
        sql.sql("delete from access.sessions where principal_name = :user")
                .param("user", Long.toString(user.value()))
                .update();
    }

    /** Ends all sessions of {@code user} but the one with this id; returns how many. */
    int endOthers(UserId user, String sessionId) {
        return sql.sql("delete from access.sessions where principal_name = :user and session_id <> :kept")
                .param("user", Long.toString(user.value()))
                .param("kept", sessionId)
                .update();
    }
}

package dev.rapport.desk;

import dev.rapport.shared.Sql;
import org.springframework.stereotype.Component;

/** Says whether the way out of a conversation is open. */
@Component
class DoorReads {

    private final Sql sql;

    DoorReads(Sql sql) {
        this.sql = sql;
    }

    /** Whether its channel refuses our key: nothing leaves until somebody signs in again. */
    boolean isLocked(long conversation) {
        return sql.sql("""
                select exists (
                  select from conversations.conversations c join channels.inboxes i on i.id = c.inbox_id
                  where c.id = :id and i.state = 'NEEDS_SIGN_IN')
                """).param("id", conversation).single(Boolean.class);
    }
}

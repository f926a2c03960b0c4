package dev.rapport.channels;

import dev.rapport.shared.Sql;
import org.springframework.stereotype.Service;

/** Inboxes by name. */
@Service
public class Inboxes {

    private final Sql sql;

    Inboxes(Sql sql) {
        this.sql = sql;
    }

    public InboxId findOrMake(String kind, String name, String network) {
        sql.sql(
                        "insert into channels.inboxes (kind, name, network) values (:kind, :name, :network) on conflict do nothing")
                .param("kind", kind)
                .param("name", name)
                .param("network", network)
                .update();
        return sql.sql("select id from channels.inboxes where name = :name")
                .param("name", name)
                .single(InboxId.class);
    }
}

package dev.rapport.channels;

import dev.rapport.channels.spi.Item;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Items kept as they came. */
@Component
class UnreadableStore {

    private final Sql sql;

    UnreadableStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps an item, once however often it comes. */
    void keep(InboxId inbox, Item.Unreadable item) {
        sql.sql("""
                insert into channels.unreadable (inbox_id, remote_id, raw, why) values (:inbox, :remote, :raw, :why)
                on conflict (inbox_id, remote_id) do nothing
                """)
                .param("inbox", inbox)
                .param("remote", item.remoteId())
                .param("raw", item.raw())
                .param("why", item.why())
                .update();
    }

    /** An item that waits, with its bytes. */
    record Kept(long id, InboxId inbox, Item.Unreadable item) {}

    Optional<Kept> find(long id) {
        return sql.sql("""
                select id, inbox_id, remote_id, raw, why from channels.unreadable where id = :id and solved_at is null
                """)
                .param("id", id)
                .optional((row, n) -> new Kept(
                        row.getLong("id"),
                        new InboxId(row.getLong("inbox_id")),
                        new Item.Unreadable(row.getString("remote_id"), row.getBytes("raw"), row.getString("why"))));
    }

    /** Those that are tried again by themselves: fewer than five tries, the last at least {@code rest} ago. */
    List<Long> due(Duration rest) {
        return sql.sql("""
                select id from channels.unreadable
                where solved_at is null and tries < 5 and tried_at < now() - make_interval(secs => :rest)
                order by tried_at limit 50
                """).param("rest", rest.toSeconds()).list((row, n) -> row.getLong("id"));
    }

    /** It was read: its bytes stand in the message now. */
    void solve(long id) {
        sql.sql("""
                update channels.unreadable set solved_at = now(), tried_at = now(), tries = tries + 1, raw = ''
                where id = :id
                """).param("id", id).updateOne();
    }

    void triedInVain(long id, String why) {
        sql.sql("update channels.unreadable set tries = tries + 1, tried_at = now(), why = :why where id = :id")
                .param("id", id)
                .param("why", why)
                .updateOne();
    }

    /** Those of an inbox that wait, newest first. */
    List<UnreadableItem> waiting(InboxId inbox) {
        return sql.sql("""
                select id, inbox_id, remote_id, why, length(raw) as bytes, tries, kept_at from channels.unreadable
                where inbox_id = :inbox and solved_at is null order by kept_at desc, id desc limit 200
                """)
                .param("inbox", inbox)
                .list((row, n) -> new UnreadableItem(
                        row.getLong("id"),
                        new InboxId(row.getLong("inbox_id")),
                        row.getString("remote_id"),
                        row.getString("why"),
                        row.getInt("bytes"),
                        row.getInt("tries"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()));
    }
}

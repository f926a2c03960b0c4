package dev.rapport.channels;

import dev.rapport.channels.spi.Delivery;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries as they came, and what became of them. */
@Component
class DeliveryStore {

    /** A delivery that is worked on. */
    record Kept(long id, InboxId inbox, int tries, Delivery delivery) {}

    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};

    private final Sql sql;

    DeliveryStore(Sql sql) {
        this.sql = sql;
    }

    /** The inbox of this kind behind an address. */
    Optional<InboxId> behind(String kind, String door) {
        return sql.sql("select id from channels.inboxes where kind = :kind and door = :door")
                .param("kind", kind)
                .param("door", door)
                .optional(InboxId.class);
    }

    Optional<String> door(InboxId inbox) {
        return sql.sql("select door from channels.inboxes where id = :id and door is not null")
                .param("id", inbox)
                .optional(String.class);
    }

    void openDoor(InboxId inbox, String door) {
        sql.sql("update channels.inboxes set door = :door, changed_at = now() where id = :id")
                .param("id", inbox)
                .param("door", door)
                .updateOne();
    }

    /** Keeps a delivery, once however often it comes. */
    void keep(InboxId inbox, String eventId, Delivery delivery) {
        sql.sql("""
                insert into channels.deliveries (inbox_id, event_id, headers, query, body, received_at)
                values (:inbox, :event, cast(:headers as jsonb), cast(:query as jsonb), :body, :received)
                on conflict (inbox_id, event_id) do nothing
                """)
                .param("inbox", inbox)
                .param("event", eventId)
                .param("headers", json(delivery.headers()))
                .param("query", json(delivery.query()))
                .param("body", delivery.body())
                .param("received", delivery.receivedAt())
                .update();
    }

    /** Whether more than {@code many} of an inbox wait to be read. */
    boolean moreWaitingThan(InboxId inbox, int many) {
        return sql.sql("""
                        select count(*) from (
                          select from channels.deliveries where state = 'WAITING' and inbox_id = :inbox limit :many) waiting
                        """).param("inbox", inbox).param("many", many + 1).single(Long.class) > many;
    }

    /** The delivery that has waited longest, locked until the transaction ends; those of paused inboxes wait on. */
    Optional<Kept> lockDue() {
        return sql.sql("""
                select d.id, d.inbox_id, d.tries, d.headers, d.query, d.body, d.received_at
                from channels.deliveries d join channels.inboxes i on i.id = d.inbox_id
                where d.state = 'WAITING' and d.due_at <= now() and i.state <> 'PAUSED'
                order by d.due_at, d.id
                for update of d skip locked limit 1
                """).optional((row, n) -> kept(row));
    }

    Optional<Kept> lock(long id) {
        return sql.sql("""
                select id, inbox_id, tries, headers, query, body, received_at
                from channels.deliveries where id = :id and state <> 'TAKEN' for update
                """).param("id", id).optional((row, n) -> kept(row));
    }

    /** All of it is in the inbox: its words stand in the messages now. */
    void taken(long id) {
        sql.sql("""
                update channels.deliveries set state = 'TAKEN', why = null, body = '', headers = '{}', query = '{}',
                  tries = tries + 1, settled_at = now()
                where id = :id
                """).param("id", id).updateOne();
    }

    void settle(long id, DeliveryState state, String why) {
        sql.sql("""
                update channels.deliveries set state = :state, why = :why, tries = tries + 1, settled_at = now()
                where id = :id
                """).param("id", id).param("state", state).param("why", why).updateOne();
    }

    void again(long id, String why, Duration wait) {
        sql.sql("""
                update channels.deliveries set why = :why, tries = tries + 1, due_at = now() + make_interval(secs => :wait)
                where id = :id
                """)
                .param("id", id)
                .param("why", why)
                .param("wait", wait.toSeconds())
                .updateOne();
    }

    void heard(InboxId inbox) {
        sql.sql("update channels.inboxes set last_heard_at = now() where id = :id")
                .param("id", inbox)
                .updateOne();
    }

    /** Those of an inbox that somebody should look at, newest first, at most 100. */
    List<KeptDelivery> shown(InboxId inbox) {
        return sql.sql("""
                select id, state, why, length(body) as bytes, tries, received_at from channels.deliveries
                where inbox_id = :inbox and (state in ('UNROUTED', 'PARKED') or state = 'WAITING' and tries > 0)
                order by received_at desc, id desc limit 100
                """)
                .param("inbox", inbox)
                .list((row, n) -> new KeptDelivery(
                        row.getLong("id"),
                        DeliveryState.valueOf(row.getString("state")),
                        row.getString("why"),
                        row.getInt("bytes"),
                        row.getInt("tries"),
                        at(row)));
    }

    Optional<Instant> lastReceived(InboxId inbox) {
        return sql.sql("""
                select received_at from channels.deliveries where inbox_id = :inbox order by id desc limit 1
                """).param("inbox", inbox).optional((row, n) -> at(row));
    }

    /** Forgets the numbers of what was taken in so long ago; messages are known by their own ids for ever. */
    int forgetTaken(Duration after) {
        return sql.sql("""
                delete from channels.deliveries where state = 'TAKEN' and settled_at < now() - make_interval(secs => :after)
                """).param("after", after.toSeconds()).update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Delivery delivery = new Delivery("POST", map(row, "headers"), map(row, "query"), row.getBytes("body"), at(row));
        return new Kept(row.getLong("id"), new InboxId(row.getLong("inbox_id")), row.getInt("tries"), delivery);
    }

    private static Map<String, String> map(ResultSet row, String column) throws SQLException {
        return JsonMapper.shared().readValue(row.getString(column), BY_NAME);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    private static String json(Map<String, String> values) {
        return JsonMapper.shared().writeValueAsString(values);
    }
}

package dev.rapport.exchange;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Who is told, and what they are told. */
@Component
class WebhookStore {

    private static final String COLUMNS =
            "id, name, url, events, is_on, off_why, former is not null as in_exchange, made_at";

    /** A message on its way, with what it is signed by. */
    record Leaving(
            UUID id, WebhookId webhook, String url, String body, int tries, byte[] secret, byte @Nullable [] former) {}

    private final Sql sql;

    WebhookStore(Sql sql) {
        this.sql = sql;
    }

    WebhookId insert(WriteWebhook command, @Nullable UserId by) {
        try {
            return sql.sql("""
                    insert into exchange.webhooks (name, url, events, secret, made_by)
                    values (:name, :url, array[:events]::text[], '', :by) returning id
                    """)
                    .param("name", command.name())
                    .param("url", command.url())
                    .param("events", command.events())
                    .param("by", by)
                    .single(WebhookId.class);
        } catch (DuplicateKeyException e) {
            throw new CannotSave("name", "exchange.webhook.problem.taken");
        }
    }

    void change(WebhookId id, WriteWebhook command) {
        try {
            sql.sql("""
                    update exchange.webhooks
                    set name = :name, url = :url, events = array[:events]::text[], changed_at = now()
                    where id = :id
                    """)
                    .param("id", id)
                    .param("name", command.name())
                    .param("url", command.url())
                    .param("events", command.events())
                    .updateOne();
        } catch (DuplicateKeyException e) {
            throw new CannotSave("name", "exchange.webhook.problem.taken");
        }
    }

    /** Puts a secret into force; with {@code keepFormer} the one before signs as well. */
    void seal(WebhookId id, byte[] secret, boolean keepFormer) {
        sql.sql("""
                update exchange.webhooks
                set former = case when :keep then secret end, secret = :secret, changed_at = now()
                where id = :id
                """)
                .param("id", id)
                .param("secret", secret)
                .param("keep", keepFormer)
                .updateOne();
    }

    void endExchange(WebhookId id) {
        sql.sql("update exchange.webhooks set former = null, changed_at = now() where id = :id")
                .param("id", id)
                .updateOne();
    }

    void turn(WebhookId id, boolean on, @Nullable String why) {
        sql.sql("update exchange.webhooks set is_on = :on, off_why = :why, changed_at = now() where id = :id")
                .param("id", id)
                .param("on", on)
                .param("why", why)
                .updateOne();
    }

    boolean remove(WebhookId id) {
        return sql.sql("delete from exchange.webhooks where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Webhook> all() {
        return sql.sql("select " + COLUMNS + " from exchange.webhooks order by lower(name), id")
                .list((row, n) -> webhook(row));
    }

    Optional<Webhook> find(WebhookId id) {
        return sql.sql("select " + COLUMNS + " from exchange.webhooks where id = :id")
                .param("id", id)
                .optional((row, n) -> webhook(row));
    }

    List<WebhookId> toldOf(String event) {
        return sql.sql("select id from exchange.webhooks where is_on and :event = any(events) order by id")
                .param("event", event)
                .list(WebhookId.class);
    }

    UUID queue(WebhookId webhook, String event, String body) {
        return sql.sql("""
                insert into exchange.webhook_messages (id, webhook_id, event, body)
                values (gen_random_uuid(), :webhook, :event, :body) returning id
                """)
                .param("webhook", webhook)
                .param("event", event)
                .param("body", body)
                .single(UUID.class);
    }

    /** The message that is due, claimed for {@code lease}: nobody else takes it meanwhile. */
    Optional<Leaving> claim(Duration lease) {
        return sql.sql("""
                with next as (
                  select m.id from exchange.webhook_messages m join exchange.webhooks w on w.id = m.webhook_id
                  where m.state = 'WAITING' and m.due_at <= now() and w.is_on
                  order by m.due_at, m.id for update of m skip locked limit 1)
                update exchange.webhook_messages m
                set due_at = now() + make_interval(secs => :lease), tries = m.tries + 1
                from next, exchange.webhooks w
                where m.id = next.id and w.id = m.webhook_id
                returning m.id, m.webhook_id, w.url, m.body, m.tries, w.secret, w.former
                """).param("lease", lease.toSeconds()).optional((row, n) -> leaving(row));
    }

    void sent(UUID id, int status) {
        sql.sql("""
                update exchange.webhook_messages
                set state = 'SENT', status = :status, why = null, settled_at = now() where id = :id
                """).param("id", id).param("status", status).update();
    }

    void failed(UUID id, @Nullable Integer status, String why, @Nullable Duration again) {
        sql.sql("""
                update exchange.webhook_messages
                set status = :status, why = :why, state = case when :again::float8 is null then 'DEAD' else 'WAITING' end,
                    due_at = now() + make_interval(secs => coalesce(:again::float8, 0)),
                    settled_at = case when :again::float8 is null then now() end
                where id = :id
                """)
                .param("id", id)
                .param("status", status)
                .param("why", why)
                .param("again", again == null ? null : (double) again.toSeconds())
                .update();
    }

    List<WebhookMessage> messages(WebhookId webhook) {
        return sql.sql("""
                select id, event, state, tries, status, why, made_at, due_at from exchange.webhook_messages
                where webhook_id = :webhook order by state = 'DEAD' desc, made_at desc, id limit 100
                """)
                .param("webhook", webhook)
                .list((row, n) -> new WebhookMessage(
                        row.getObject("id", UUID.class),
                        row.getString("event"),
                        WebhookMessage.State.valueOf(row.getString("state")),
                        row.getInt("tries"),
                        (Integer) row.getObject("status"),
                        row.getString("why"),
                        at(row, "made_at"),
                        at(row, "due_at")));
    }

    int revive(WebhookId webhook, @Nullable UUID message) {
        return sql.sql("""
                update exchange.webhook_messages set state = 'WAITING', tries = 0, due_at = now(), settled_at = null
                where webhook_id = :webhook and state = 'DEAD' and (id = :message or :message::uuid is null)
                """).param("webhook", webhook).param("message", message).update();
    }

    void forgetSent(Duration after) {
        sql.sql("""
                delete from exchange.webhook_messages
                where state = 'SENT' and settled_at < now() - make_interval(secs => :after)
                """).param("after", after.toSeconds()).update();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                new WebhookId(row.getLong("id")),
                row.getString("name"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getBoolean("is_on"),
                row.getString("off_why"),
                row.getBoolean("in_exchange"),
                at(row, "made_at"));
    }

    private static Leaving leaving(ResultSet row) throws SQLException {
        return new Leaving(
                row.getObject("id", UUID.class),
                new WebhookId(row.getLong("webhook_id")),
                row.getString("url"),
                row.getString("body"),
                row.getInt("tries"),
                row.getBytes("secret"),
                row.getBytes("former"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

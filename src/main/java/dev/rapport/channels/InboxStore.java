package dev.rapport.channels;

import dev.rapport.channels.spi.Cursor;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of inboxes: what they are, who fetches them now, how they are. */
@Component
class InboxStore {

    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};
    private static final String COLUMNS = """
            id, kind, name, network, address, settings, state, state_why, state_since, last_run_at, last_heard_at,
            deaf_since, made_at
            """;

    private final Sql sql;

    InboxStore(Sql sql) {
        this.sql = sql;
    }

    InboxId insert(OpenInbox open, boolean pulls) {
        try {
            return sql.sql("""
                    insert into channels.inboxes (kind, name, network, address, settings, pulls)
                    values (:kind, :name, :network, :address, cast(:settings as jsonb), :pulls)
                    returning id
                    """)
                    .param("kind", open.kind())
                    .param("name", open.name())
                    .param("network", open.network())
                    .param("address", open.address())
                    .param("settings", json(open.settings()))
                    .param("pulls", pulls)
                    .single((row, n) -> new InboxId(row.getLong("id")));
        } catch (DuplicateKeyException e) {
            throw new NameTaken(open.name());
        }
    }

    void insertUnlessThere(String kind, String name, String network) {
        sql.sql("""
                insert into channels.inboxes (kind, name, network, pulls) values (:kind, :name, :network, false)
                on conflict (name) do nothing
                """)
                .param("kind", kind)
                .param("name", name)
                .param("network", network)
                .update();
    }

    void seal(InboxId inbox, byte[] secrets) {
        sql.sql("update channels.inboxes set secrets = :secrets, changed_at = now() where id = :id")
                .param("id", inbox)
                .param("secrets", secrets)
                .updateOne();
    }

    byte @Nullable [] sealed(InboxId inbox) {
        return sql.sql("select secrets from channels.inboxes where id = :id for update")
                .param("id", inbox)
                .single((row, n) -> Optional.ofNullable(row.getBytes("secrets")))
                .orElse(null);
    }

    void change(ChangeInbox change, @Nullable String address) {
        try {
            sql.sql("""
                    update channels.inboxes
                    set name = :name, address = :address, settings = cast(:settings as jsonb), changed_at = now()
                    where id = :id
                    """)
                    .param("id", change.inbox())
                    .param("name", change.name())
                    .param("address", address)
                    .param("settings", json(change.settings()))
                    .updateOne();
        } catch (DuplicateKeyException e) {
            throw new NameTaken(change.name());
        }
    }

    /** Sets a state that somebody chose, and lets the next run come at once. */
    void put(InboxId inbox, InboxState state) {
        sql.sql("""
                update channels.inboxes
                set state = :state, state_why = null, state_since = now(), next_run_at = now(), failures = 0,
                    deaf_since = case when state = 'PAUSED' and pulls then coalesce(deaf_since, state_since) else deaf_since end,
                    stuck_on = null, stuck_times = 0, changed_at = now()
                where id = :id
                """).param("id", inbox).param("state", state).updateOne();
    }

    void runSoon(InboxId inbox) {
        sql.sql("update channels.inboxes set next_run_at = least(next_run_at, now()) where id = :id")
                .param("id", inbox)
                .update();
    }

    Optional<Inbox> find(InboxId id) {
        return sql.sql("select " + COLUMNS + " from channels.inboxes where id = :id")
                .param("id", id)
                .optional(InboxStore::inbox);
    }

    Optional<Inbox> byName(String name) {
        return sql.sql("select " + COLUMNS + " from channels.inboxes where name = :name")
                .param("name", name)
                .optional(InboxStore::inbox);
    }

    List<Inbox> all() {
        return sql.sql("select " + COLUMNS + " from channels.inboxes order by lower(name), id")
                .list(InboxStore::inbox);
    }

    /**
     * The inbox that has waited longest for its run, claimed for {@code lease}; empty when none is due. One that waited in vain
     * for ten minutes was deaf since its last run: nobody was running.
     */
    Optional<ClaimedInbox> claimDue(Claimant by, Duration lease) {
        return sql.sql("""
                update channels.inboxes
                set claimed_by = :by, claimed_until = now() + make_interval(secs => :lease), last_run_at = now(),
                    deaf_since = case when next_run_at < now() - interval '10 minutes'
                                      then coalesce(deaf_since, last_run_at) else deaf_since end
                where id = (
                  select id from channels.inboxes
                  where pulls and next_run_at <= now() and state in ('OK', 'EXPIRING', 'BROKEN')
                    and (claimed_until is null or claimed_until < now())
                  order by next_run_at, id
                  for update skip locked limit 1)
                returning id, kind, name, settings, secrets, cursor, made_at, failures, stuck_on, stuck_times
                """)
                .param("by", by.toString())
                .param("lease", lease.toSeconds())
                .optional(InboxStore::claimed);
    }

    /** An inbox as a run sees it, without claiming it. */
    Optional<ClaimedInbox> look(InboxId id) {
        return sql.sql("""
                select id, kind, name, settings, secrets, cursor, made_at, failures, stuck_on, stuck_times
                from channels.inboxes where id = :id
                """).param("id", id).optional(InboxStore::claimed);
    }

    /** Those that wait for news besides being fetched now and then. */
    List<InboxId> listening() {
        return sql.sql("select id from channels.inboxes where pulls and state in ('OK', 'EXPIRING') order by id")
                .list((row, n) -> new InboxId(row.getLong("id")));
    }

    /**
     * Stores how far a claimed inbox was read.
     *
     * @return false when the claim was lost meanwhile: then the page must not be kept
     */
    boolean advance(InboxId inbox, Claimant by, Cursor cursor, boolean heardSomething) {
        return sql.sql("""
                        update channels.inboxes
                        set cursor = :cursor, stuck_on = null, stuck_times = 0,
                            last_heard_at = case when :heard then now() else last_heard_at end
                        where id = :id and claimed_by = :by and claimed_until > now()
                        """)
                        .param("id", inbox)
                        .param("by", by.toString())
                        .param("cursor", cursor.json())
                        .param("heard", heardSomething)
                        .update()
                == 1;
    }

    void finish(InboxId inbox, Claimant by, InboxState state, Duration next) {
        sql.sql("""
                update channels.inboxes
                set claimed_by = null, claimed_until = null, failures = 0,
                    next_run_at = now() + make_interval(secs => :next),
                    state_since = case when state in (:state, 'PAUSED', 'NEEDS_SIGN_IN') then state_since else now() end,
                    state_why = case when state in ('PAUSED', 'NEEDS_SIGN_IN') then state_why end,
                    state = case when state in ('PAUSED', 'NEEDS_SIGN_IN') then state else :state end
                where id = :id and claimed_by = :by
                """)
                .param("id", inbox)
                .param("by", by.toString())
                .param("state", state)
                .param("next", next.toMillis() / 1000.0)
                .update();
    }

    /** A run failed: its state says why, the next comes at {@code next}, the place it was read up to stays. */
    void fail(InboxId inbox, Claimant by, InboxState state, String why, Duration next, @Nullable String stuckOn) {
        sql.sql("""
                update channels.inboxes
                set claimed_by = null, claimed_until = null, failures = failures + 1,
                    deaf_since = coalesce(deaf_since, now()), next_run_at = now() + make_interval(secs => :next),
                    stuck_times = case when cast(:stuck as text) is null then 0 when stuck_on = :stuck then stuck_times + 1 else 1 end,
                    stuck_on = :stuck,
                    state_since = case when state in (:state, 'PAUSED') then state_since else now() end,
                    state_why = case when state = 'PAUSED' then state_why else :why end,
                    state = case when state = 'PAUSED' then state else :state end
                where id = :id and claimed_by = :by
                """)
                .param("id", inbox)
                .param("by", by.toString())
                .param("state", state)
                .param("why", why)
                .param("next", next.toMillis() / 1000.0)
                .param("stuck", stuckOn)
                .update();
    }

    /** Sending found that the door refuses our key. */
    void needsSignIn(InboxId inbox, String why) {
        sql.sql("""
                update channels.inboxes set state = 'NEEDS_SIGN_IN', state_why = :why, state_since = now()
                where id = :id and state not in ('PAUSED', 'NEEDS_SIGN_IN')
                """).param("id", inbox).param("why", why).update();
    }

    /** Gives back what dead processes held. */
    void release(String claimant) {
        sql.sql("update channels.inboxes set claimed_by = null, claimed_until = null where claimed_by = :by")
                .param("by", claimant)
                .update();
    }

    List<String> claimants() {
        return sql.sql("select distinct claimed_by from channels.inboxes where claimed_by is not null")
                .list((row, n) -> row.getString(1));
    }

    private static Inbox inbox(ResultSet row, int number) throws SQLException {
        return new Inbox(
                new InboxId(row.getLong("id")),
                row.getString("kind"),
                row.getString("name"),
                row.getString("network"),
                row.getString("address"),
                settings(row),
                InboxState.valueOf(row.getString("state")),
                row.getString("state_why"),
                at(row, "state_since").orElseThrow(),
                at(row, "last_run_at").orElse(null),
                at(row, "last_heard_at").orElse(null),
                at(row, "deaf_since").orElse(null),
                at(row, "made_at").orElseThrow());
    }

    private static ClaimedInbox claimed(ResultSet row, int number) throws SQLException {
        String cursor = row.getString("cursor");
        return new ClaimedInbox(
                new InboxId(row.getLong("id")),
                row.getString("kind"),
                row.getString("name"),
                settings(row),
                row.getBytes("secrets"),
                cursor == null ? null : new Cursor(cursor),
                at(row, "made_at").orElseThrow(),
                row.getInt("failures"),
                row.getString("stuck_on"),
                row.getInt("stuck_times"));
    }

    private static Map<String, String> settings(ResultSet row) throws SQLException {
        return JsonMapper.shared().readValue(row.getString("settings"), BY_NAME);
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String json(Map<String, String> values) {
        return JsonMapper.shared().writeValueAsString(values);
    }
}

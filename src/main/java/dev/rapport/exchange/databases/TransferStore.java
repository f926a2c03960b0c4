package dev.rapport.exchange.databases;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of transfers and their runs. */
@Component
class TransferStore {

    /** Longer than the longest silence of a connection, so that nobody takes over from somebody who waits. */
    static final Duration HOLD = Duration.ofMinutes(10);

    private static final int RUNS_KEPT = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT = """
            select t.*, t.mark ->> 'value' as mark_value, r.id as run_id, r.state as run_state, r.began_at, r.ended_at, r.rows,
              r.refused, r.import_id, r.is_full, r.why
            from exchange.transfers t
            left join lateral (select * from exchange.transfer_runs where transfer_id = t.id order by id desc limit 1) r on true
            """;

    private final Sql sql;

    TransferStore(Sql sql) {
        this.sql = sql;
    }

    TransferId add(DatabaseId database, SaveTransfer command, @Nullable Instant dueAt, @Nullable UserId by) {
        try {
            return fill(sql.sql("""
                            insert into exchange.transfers
                              (database_id, direction, name, plan, every, at_hour, zone, due_at, made_by)
                            values (:database, :direction, :name, :plan::jsonb, :every, :hour, :zone, :due, :by) returning id
                            """), command)
                    .param("database", database)
                    .param("direction", command.plan() instanceof Intake ? "IN" : "OUT")
                    .param("due", dueAt)
                    .param("by", by)
                    .single(TransferId.class);
        } catch (DuplicateKeyException taken) {
            throw new CannotSave("name", "exchange.transfer.problem.taken");
        }
    }

    void change(TransferId id, SaveTransfer command, @Nullable Instant dueAt) {
        try {
            fill(sql.sql("""
                            update exchange.transfers set name = :name, plan = :plan::jsonb, every = :every, at_hour = :hour,
                              zone = :zone, due_at = :due, failures = 0, changed_at = now()
                            where id = :id
                            """), command).param("id", id).param("due", dueAt).updateOne();
        } catch (DuplicateKeyException taken) {
            throw new CannotSave("name", "exchange.transfer.problem.taken");
        }
    }

    /** Everything is read again; a run on its way no longer counts. */
    void startOver(TransferId id) {
        sql.sql("update exchange.transfers set mark = null, edge = '{}' where id = :id")
                .param("id", id)
                .updateOne();
        abandon(id, Trouble.CHANGED.reason());
    }

    boolean remove(TransferId id) {
        return sql.sql("delete from exchange.transfers where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    void runSoon(TransferId id) {
        sql.sql("update exchange.transfers set due_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    List<Transfer> all(DatabaseId database) {
        return sql.sql(SELECT + "where t.database_id = :database order by t.direction, lower(t.name)")
                .param("database", database)
                .list(TransferStore::read);
    }

    Optional<Transfer> find(TransferId id) {
        return sql.sql(SELECT + "where t.id = :id").param("id", id).optional(TransferStore::read);
    }

    Optional<Transfer> named(String name) {
        return sql.sql(SELECT + "where lower(t.name) = lower(:name)")
                .param("name", name)
                .optional(TransferStore::read);
    }

    List<TransferRun> runs(TransferId id, int most) {
        return sql.sql("""
                        select id as run_id, state as run_state, began_at, ended_at, rows, refused, import_id, is_full, why
                        from exchange.transfer_runs where transfer_id = :id order by id desc limit :most
                        """).param("id", id).param("most", most).list((row, number) -> run(row));
    }

    /** Holds the one that is due first, or {@code only} whether due or not. */
    Optional<TransferId> claim(@Nullable TransferId only) {
        return sql.sql("""
                        update exchange.transfers set held_until = now() + make_interval(secs => :hold)
                        where id = (
                          select id from exchange.transfers
                          where (due_at <= now() or id = :only) and (held_until is null or held_until < now())
                            and (:only::bigint is null or id = :only)
                          order by due_at limit 1 for update skip locked)
                        returning id
                        """).param("hold", HOLD.toSeconds()).param("only", only).optional(TransferId.class);
    }

    /** Lets go and says when it runs next. */
    void release(TransferId id, @Nullable Instant dueAt, int failures) {
        sql.sql("""
                        update exchange.transfers set held_until = null, due_at = :due, failures = :failures where id = :id
                        """)
                .param("id", id)
                .param("due", dueAt)
                .param("failures", failures)
                .update();
    }

    /** Where the next reading begins. */
    Position position(TransferId id) {
        return sql.sql("select mark, edge from exchange.transfers where id = :id")
                .param("id", id)
                .single((row, number) -> new Position(watermark(row.getString("mark")), edge(row)));
    }

    /** Begins a run; one that was never finished is given up. */
    long begin(TransferId id) {
        abandon(id, Trouble.INTERRUPTED.reason());
        return sql.sql("insert into exchange.transfer_runs (transfer_id) values (:id) returning id")
                .param("id", id)
                .single(Long.class);
    }

    void importing(long run, ImportId importId, Reading reading) {
        sql.sql("""
                        update exchange.transfer_runs set state = 'IMPORTING', import_id = :import, rows = :rows,
                          mark = :mark::jsonb, edge = :edge::text[], is_full = :full
                        where id = :run and state = 'READING'
                        """)
                .param("run", run)
                .param("import", importId)
                .param("rows", reading.rows())
                .param("mark", json(reading.last()))
                .param("edge", edge(reading))
                .param("full", reading.isFull())
                .update();
    }

    /** What was imported by a run is done: the transfer goes on behind it. */
    void imported(TransferId id, long run) {
        int ended = sql.sql("""
                        update exchange.transfer_runs set state = 'DONE', ended_at = now()
                        where id = :run and state = 'IMPORTING'
                        """).param("run", run).update();
        if (ended == 1) {
            sql.sql("""
                            update exchange.transfers t set mark = r.mark, edge = r.edge
                            from exchange.transfer_runs r where r.id = :run and t.id = :id
                            """).param("run", run).param("id", id).update();
        }
        forget(id);
    }

    /** Nothing was new; of several such runs in a row one is kept. */
    void nothingNew(TransferId id, long run) {
        sql.sql("""
                        delete from exchange.transfer_runs where transfer_id = :id and state = 'DONE' and rows = 0 and id = (
                          select max(id) from exchange.transfer_runs where transfer_id = :id and id < :run)
                        """).param("id", id).param("run", run).update();
        done(id, run, 0, 0, null);
    }

    void done(TransferId id, long run, long rows, long refused, @Nullable Reason first) {
        sql.sql("""
                        update exchange.transfer_runs
                        set state = 'DONE', ended_at = now(), rows = :rows, refused = :refused, why = :why::jsonb
                        where id = :run and state = 'READING'
                        """)
                .param("run", run)
                .param("rows", rows)
                .param("refused", refused)
                .param("why", json(first))
                .update();
        forget(id);
    }

    void failed(TransferId id, long run, Reason why) {
        sql.sql("""
                        update exchange.transfer_runs set state = 'FAILED', ended_at = now(), why = :why::jsonb
                        where id = :run and state in ('READING', 'IMPORTING')
                        """).param("run", run).param("why", json(why)).update();
        forget(id);
    }

    private void abandon(TransferId id, Reason why) {
        sql.sql("""
                        update exchange.transfer_runs set state = 'FAILED', ended_at = now(), why = :why::jsonb
                        where transfer_id = :id and state in ('READING', 'IMPORTING')
                        """).param("id", id).param("why", json(why)).update();
    }

    private void forget(TransferId id) {
        sql.sql("""
                        delete from exchange.transfer_runs where transfer_id = :id and id <= (
                          select id from exchange.transfer_runs where transfer_id = :id order by id desc limit 1 offset :kept)
                        """).param("id", id).param("kept", RUNS_KEPT).update();
    }

    private static Sql.Statement fill(Sql.Statement statement, SaveTransfer command) {
        return statement
                .param("name", command.name())
                .param("plan", JSON.writeValueAsString(command.plan()))
                .param("every", command.schedule().every())
                .param("hour", command.schedule().hour())
                .param("zone", command.schedule().zone().getId());
    }

    private static Transfer read(ResultSet row, int number) throws SQLException {
        String plan = row.getString("plan");
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        row.getLong("run_id");
        boolean hasRun = !row.wasNull();
        return new Transfer(
                new TransferId(row.getLong("id")),
                new DatabaseId(row.getLong("database_id")),
                row.getString("name"),
                row.getString("direction").equals("IN")
                        ? JSON.readValue(plan, Intake.class)
                        : JSON.readValue(plan, WriteBack.class),
                new Schedule(
                        Schedule.Every.valueOf(row.getString("every")),
                        row.getInt("at_hour"),
                        ZoneId.of(row.getString("zone"))),
                row.getString("mark_value"),
                due == null ? null : due.toInstant(),
                row.getInt("failures"),
                hasRun ? run(row) : null);
    }

    private static TransferRun run(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String why = row.getString("why");
        return new TransferRun(
                row.getLong("run_id"),
                TransferRun.State.valueOf(row.getString("run_state")),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getLong("rows"),
                row.getLong("refused"),
                row.getObject("import_id") == null ? null : ImportId.of(row.getLong("import_id")),
                row.getBoolean("is_full"),
                why == null ? null : JSON.readValue(why, Reason.class));
    }

    private static @Nullable Watermark watermark(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Watermark.class);
    }

    private static Set<String> edge(ResultSet row) throws SQLException {
        return Set.of((String[]) row.getArray("edge").getArray());
    }

    private static String[] edge(Reading reading) {
        return reading.edge().toArray(String[]::new);
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    /** A watermark and the rows at it. */
    record Position(@Nullable Watermark mark, Set<String> edge) {}
}

package dev.rapport.understanding.endpoint;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The one row that says whether and where a second reader is, and how it fares. */
@Repository
class EndpointStore {

    private final Sql sql;

    EndpointStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Endpoint> find() {
        return sql.sql("""
                select address, model, key is not null as has_key, readings, drafts, private_too, below, calls_a_day, is_on,
                  consented_by, consented_at, faults, paused_until, trouble, trouble_status, trouble_at
                from understanding.endpoint
                """).optional((row, n) -> endpoint(row));
    }

    /** Puts it in place of what was there and forgets earlier troubles; without {@code key} the kept one stays. */
    void put(SaveEndpoint command, byte @Nullable [] key, Instant at) {
        sql.sql("""
                        insert into understanding.endpoint (address, model, key, readings, drafts, private_too, below, calls_a_day,
                          is_on, consented_by, consented_at)
                        values (:address, :model, :key, :readings, :drafts, :privateToo, :below, :calls, true, :by, :at)
                        on conflict (one) do update set address = excluded.address, model = excluded.model,
                          key = coalesce(excluded.key, case when endpoint.address = excluded.address then endpoint.key end),
                          readings = excluded.readings, drafts = excluded.drafts, private_too = excluded.private_too,
                          below = excluded.below, calls_a_day = excluded.calls_a_day, is_on = true,
                          consented_by = excluded.consented_by, consented_at = excluded.consented_at,
                          faults = 0, paused_until = null, trouble = null, trouble_status = null, trouble_at = null
                        """)
                .param("address", command.address())
                .param("model", command.model())
                .param("key", key)
                .param("readings", command.readings())
                .param("drafts", command.drafts())
                .param("privateToo", command.privateToo())
                .param("below", command.below())
                .param("calls", command.callsADay())
                .param("by", command.by())
                .param("at", at)
                .update();
    }

    /** Whether it was on. */
    boolean switchOff() {
        return sql.sql("update understanding.endpoint set is_on = false where is_on")
                        .update()
                == 1;
    }

    /** Removes it with its key; whether there was one. */
    boolean remove() {
        return sql.sql("delete from understanding.endpoint").update() == 1;
    }

    /** Whom to call, and with which key. */
    record Door(String address, String model, byte @Nullable [] key) {}

    /** Takes the one line there is until it is released; empty when it is off, paused, busy or used up for {@code day}. */
    Optional<Door> take(Purpose purpose, Instant now, Instant until) {
        return sql.sql("""
                        update understanding.endpoint e set held_until = :until
                        where is_on and (held_until is null or held_until <= :now)
                          and (paused_until is null or paused_until <= :now)
                          and case cast(:purpose as text) when 'READING' then readings when 'DRAFT' then drafts else true end
                          and coalesce((select d.calls from understanding.endpoint_days d
                                        where d.day = (cast(:now as timestamptz) at time zone 'UTC')::date), 0) < calls_a_day
                        returning address, model, key
                        """)
                .param("purpose", purpose)
                .param("now", now)
                .param("until", until)
                .optional((row, n) -> new Door(row.getString("address"), row.getString("model"), row.getBytes("key")));
    }

    void release() {
        sql.sql("update understanding.endpoint set held_until = null").update();
    }

    void worked() {
        sql.sql("update understanding.endpoint set held_until = null, faults = 0, paused_until = null")
                .update();
    }

    /** How many calls have failed in a row. */
    int failed(Trouble trouble, @Nullable Integer status, Instant at) {
        return sql.sql("""
                        update understanding.endpoint set held_until = null, faults = faults + 1, trouble = :trouble,
                          trouble_status = cast(:status as int), trouble_at = :at
                        returning faults
                        """)
                .param("trouble", trouble.code())
                .param("status", status)
                .param("at", at)
                .optional(Integer.class)
                .orElse(0);
    }

    void pause(Instant until) {
        sql.sql("update understanding.endpoint set paused_until = :until")
                .param("until", until)
                .update();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        return new Endpoint(
                row.getString("address"),
                row.getString("model"),
                row.getBoolean("has_key"),
                row.getBoolean("readings"),
                row.getBoolean("drafts"),
                row.getBoolean("private_too"),
                Math.round(row.getFloat("below") * 100) / 100.0,
                row.getInt("calls_a_day"),
                row.getBoolean("is_on"),
                UserId.of(row.getLong("consented_by")),
                row.getTimestamp("consented_at").toInstant(),
                row.getInt("faults"),
                moment(row, "paused_until"),
                trouble == null ? null : trouble(trouble),
                row.getObject("trouble_status", Integer.class),
                moment(row, "trouble_at"));
    }

    private static Trouble trouble(String code) {
        return Trouble.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

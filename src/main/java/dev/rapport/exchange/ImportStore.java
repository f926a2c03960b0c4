package dev.rapport.exchange;

import dev.rapport.exchange.files.Format;
import dev.rapport.exchange.files.Head;
import dev.rapport.exchange.files.Position;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of imports and their refused lines. */
@Component
class ImportStore {

    static final Duration HOLD = Duration.ofSeconds(20);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};

    private final Sql sql;

    ImportStore(Sql sql) {
        this.sql = sql;
    }

    ImportId add(
            StartImport command, String place, Map<String, String> options, @Nullable Mapping mapping, long bytes) {
        return sql.sql("""
                        insert into exchange.imports
                          (kind, file_name, place, options, mapping, repairs, state, bytes, started_by)
                        values (:kind, :fileName, :place, :options::jsonb, :mapping::jsonb, :repairs, 'WAITING', :bytes, :by)
                        returning id
                        """)
                .param("kind", command.kind())
                .param("fileName", command.fileName())
                .param("place", place)
                .param("options", JSON.writeValueAsString(options))
                .param("mapping", mapping == null ? null : JSON.writeValueAsString(mapping))
                .param("repairs", command.repairs())
                .param("bytes", bytes)
                .param("by", command.startedBy())
                .single((row, number) -> ImportId.of(row.getLong(1)));
    }

    Optional<Import> find(ImportId id) {
        return sql.sql("select * from exchange.imports where id = :id")
                .param("id", id)
                .optional(ImportStore::read);
    }

    /** Newest first, those made before import {@code before}; 0 begins with the newest. */
    List<Import> newest(long before, int most) {
        return sql.sql("""
                        select * from exchange.imports where :before = 0 or id < :before order by id desc limit :most
                        """).param("before", before).param("most", most).list(ImportStore::read);
    }

    /** Holds one import that waits or whose runner is gone; only those whose file lies here. */
    Optional<Lease> claim(String place, UUID holder, @Nullable ImportId only) {
        return sql.sql("""
                        update exchange.imports set state = 'RUNNING', holder = :holder,
                          started_at = coalesce(started_at, now()), held_until = now() + make_interval(secs => :hold)
                        where id = (
                          select id from exchange.imports
                          where state in ('WAITING', 'RUNNING') and place = :place
                            and (held_until is null or held_until < now())
                            and (:only::bigint is null or id = :only)
                          order by id limit 1 for update skip locked)
                        returning id
                        """)
                .param("holder", holder)
                .param("hold", HOLD.toSeconds())
                .param("place", place)
                .param("only", only)
                .optional((row, number) -> new Lease(ImportId.of(row.getLong(1)), holder));
    }

    /** Locks and renews the hold; returns where to go on and whether somebody asked to stop. */
    Hold renew(Lease lease) {
        return sql.sql("""
                        update exchange.imports set held_until = now() + make_interval(secs => :hold)
                        where id = :id and holder = :holder and state = 'RUNNING'
                        returning position, position_line, stop_asked, refused
                        """)
                .param("hold", HOLD.toSeconds())
                .param("id", lease.id())
                .param("holder", lease.holder())
                .optional((row, number) ->
                        new Hold(new Position(row.getLong(1), row.getLong(2)), row.getBoolean(3), row.getLong(4)))
                .orElseThrow(LeaseLost::new);
    }

    void describe(ImportId id, Format format, @Nullable Head head) {
        sql.sql("update exchange.imports set format = :format, head = :head, separator = :separator where id = :id")
                .param("format", format)
                .param("head", head == null ? null : head.line())
                .param("separator", String.valueOf(head == null ? ',' : head.separator()))
                .param("id", id)
                .updateOne();
    }

    void advance(ImportId id, Chunk chunk, Counts counts, Duration busy) {
        sql.sql("""
                        update exchange.imports set position = :position, position_line = :line, bytes_done = :bytes,
                          lines = lines + :lines, added = added + :added, changed = changed + :changed,
                          repeated = repeated + :repeated, refused = refused + :refused, busy_ms = busy_ms + :busy
                        where id = :id
                        """)
                .param("position", chunk.after().offset())
                .param("line", chunk.after().line())
                .param("bytes", chunk.bytesDone())
                .param("lines", counts.lines())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("repeated", counts.repeated())
                .param("refused", counts.refused())
                .param("busy", busy.toMillis())
                .param("id", id)
                .updateOne();
    }

    void refuse(ImportId id, List<RefusedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into exchange.refused_lines (import_id, line, raw, why, text_key, details)
                        select :id, line, raw, why, text_key,
                          array(select jsonb_array_elements_text(details::jsonb))
                        from unnest(:lines::bigint[], :raws::text[], :whys::text[], :keys::text[], :details::text[])
                          as refused (line, raw, why, text_key, details)
                        on conflict (import_id, line) do nothing
                        """)
                .param("id", id)
                .param("lines", lines.stream().map(RefusedLine::line).toArray(Long[]::new))
                .param("raws", lines.stream().map(l -> storable(l.raw())).toArray(String[]::new))
                .param("whys", lines.stream().map(l -> storable(l.why())).toArray(String[]::new))
                .param("keys", lines.stream().map(l -> l.reason().key()).toArray(String[]::new))
                .param("details", lines.stream().map(ImportStore::details).toArray(String[]::new))
                .update();
    }

    /** Ends the run and lets go. */
    void end(Lease lease, ImportState state, @Nullable String why) {
        sql.sql("""
                        update exchange.imports
                        set state = :state, why = :why, finished_at = now(), holder = null, held_until = null, stop_asked = false
                        where id = :id and holder = :holder
                        """)
                .param("state", state)
                .param("why", why)
                .param("id", lease.id())
                .param("holder", lease.holder())
                .update();
    }

    /** Lets go without ending it: the next runner goes on. */
    void letGo(Lease lease) {
        sql.sql("update exchange.imports set holder = null, held_until = null where id = :id and holder = :holder")
                .param("id", lease.id())
                .param("holder", lease.holder())
                .update();
    }

    /** One that waits is stopped at once, one that runs after its present chunk. */
    void askToStop(ImportId id) {
        sql.sql("""
                        update exchange.imports
                        set state = case when state = 'WAITING' then 'STOPPED' else state end,
                            finished_at = case when state = 'WAITING' then now() end,
                            stop_asked = state = 'RUNNING'
                        where id = :id and state in ('WAITING', 'RUNNING')
                        """).param("id", id).update();
    }

    /** Returns whether it was one that had stopped or failed. */
    boolean resume(ImportId id) {
        return sql.sql("""
                        update exchange.imports set state = 'WAITING', stop_asked = false, why = null, finished_at = null
                        where id = :id and state in ('STOPPED', 'FAILED')
                        """).param("id", id).update() == 1;
    }

    Optional<Layout> layout(ImportId id) {
        return sql.sql("select format, head, separator from exchange.imports where id = :id and format is not null")
                .param("id", id)
                .optional((row, number) -> new Layout(
                        Format.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3).charAt(0)));
    }

    /** Refused lines after a line, in the file's order. */
    List<RefusedLine> refused(ImportId id, long after, int most) {
        return sql.sql("""
                        select line, raw, why, text_key, details from exchange.refused_lines
                        where import_id = :id and line > :after order by line limit :most
                        """)
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .list((row, number) -> new RefusedLine(
                        row.getLong(1), row.getString(2), new Reason(row.getString(3), row.getString(4), List.of((String
                                        [])
                                row.getArray(5).getArray()))));
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                ImportId.of(row.getLong("id")),
                row.getString("kind"),
                row.getString("file_name"),
                JSON.readValue(row.getString("options"), OPTIONS),
                row.getString("mapping") == null ? null : JSON.readValue(row.getString("mapping"), Mapping.class),
                row.getObject("repairs") == null ? null : ImportId.of(row.getLong("repairs")),
                new Progress(
                        ImportState.valueOf(row.getString("state")),
                        row.getLong("bytes"),
                        row.getLong("bytes_done"),
                        row.getLong("lines"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("repeated"),
                        row.getLong("refused"),
                        row.getLong("busy_ms")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getString("why"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** An array of arrays of different lengths is none in PostgreSQL. */
    private static String details(RefusedLine line) {
        return JSON.writeValueAsString(
                line.reason().details().stream().map(ImportStore::storable).toList());
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** What a runner learns when it renews its hold. */
    record Hold(Position position, boolean stopAsked, long refused) {}

    /** How the file is written. */
    record Layout(Format format, @Nullable String head, char separator) {}

    /** What became of a chunk. */
    record Counts(int lines, int added, int changed, int repeated, int refused) {}
}

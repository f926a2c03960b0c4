package dev.rapport.cases;

import dev.rapport.commerce.Target;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what customers said together with what was read in it, many messages with two statements. */
@Component
class UnderstoodReads {

    private static final String MESSAGES = """
            select m.id, m.conversation_id, m.inbox_id, m.visibility, m.said_at, r.language, r.intents, r.urgency,
              r.polarity, w.case_id
            from conversations.messages m
            join understanding.readings r on r.message_id = m.id and r.revision = m.revision
            left join lateral (
              select case_id from cases.worklist l where l.conversation_id = m.conversation_id limit 1) w on true
            where %s and m.side = 'CUSTOMER' and m.manner = 'PERSONAL' and m.deleted_at is null
            """;

    private static final String OPINIONS = """
            select o.message_id, o.target_kind, o.target_id, o.polarity
            from understanding.opinions o
            join conversations.messages m on m.id = o.message_id and m.revision = o.revision
            where %s and o.target_id is not null
            """;

    /** The range is said of both tables: the planner does not conclude it of the other, and would read all of it. */
    private static final String BLOCK = "m.id between :first and :last and %s.message_id between :first and :last";

    private static final String REWORDED = "m.id in (:reworded) and %s.message_id in (:reworded)";

    private final Sql sql;

    UnderstoodReads(Sql sql) {
        this.sql = sql;
    }

    /** What persons on the customers' side said in a batch, in its present wording. */
    List<Understood> of(Batch batch) {
        List<Understood> heard =
                new ArrayList<>(read(BLOCK, Map.of("first", batch.firstId(), "last", batch.lastId()), ""));
        if (!batch.reworded().isEmpty()) {
            heard.addAll(read(REWORDED, Map.of("reworded", batch.reworded()), ""));
        }
        return heard;
    }

    /** When the newest of the last {@code walked} messages was said. */
    Optional<Instant> newestAt(int walked) {
        return sql.sql("""
                        select max(said_at) from (
                          select said_at from conversations.messages order by id desc limit :walked) recent
                        having max(said_at) is not null
                        """)
                .param("walked", walked)
                .optional(
                        (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /** The newest that were said between two moments, among the last {@code walked} that were heard. */
    List<Understood> newest(Instant from, Instant to, int walked) {
        String recent = "m.id in (select id from conversations.messages order by id desc limit :walked)"
                + " and m.said_at between :from and :to";
        return read(recent, Map.of("walked", walked, "from", from, "to", to), "order by m.said_at desc, m.id desc");
    }

    private List<Understood> read(String which, Map<String, Object> values, String order) {
        Map<Long, List<Understood.Judged>> opinions = new HashMap<>();
        with(sql.sql(OPINIONS.formatted(which.formatted("o"))), values)
                .list((row, number) -> opinions.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(2))
                        .add(judged(row)));
        return with(sql.sql(MESSAGES.formatted(which.formatted("r")) + order), values)
                .list((row, number) -> understood(row, opinions.getOrDefault(row.getLong(1), List.of())));
    }

    private static Sql.Statement with(Sql.Statement statement, Map<String, Object> values) {
        values.forEach(statement::param);
        return statement;
    }

    private static Understood.Judged judged(ResultSet row) throws SQLException {
        Target target = new Target(Target.Kind.valueOf(row.getString(2)), row.getLong(3));
        return new Understood.Judged(target, Polarity.valueOf(row.getString(4)));
    }

    private static Understood understood(ResultSet row, List<Understood.Judged> opinions) throws SQLException {
        String polarity = row.getString(9);
        Long known = row.getObject(10, Long.class);
        return new Understood(
                MessageId.of(row.getLong(1)),
                ConversationId.of(row.getLong(2)),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                intents((String[]) row.getArray(7).getArray()),
                row.getInt(8),
                polarity == null ? null : Polarity.valueOf(polarity),
                opinions,
                known == null ? null : CaseId.of(known));
    }

    private static Set<Intent> intents(@Nullable String[] names) {
        Set<Intent> intents = EnumSet.noneOf(Intent.class);
        for (String name : names) {
            intents.add(Intent.valueOf(name));
        }
        return intents;
    }
}

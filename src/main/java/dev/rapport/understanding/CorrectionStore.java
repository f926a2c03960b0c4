package dev.rapport.understanding;

import dev.rapport.commerce.Target;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Corrections, without the words they are about. */
@Repository
class CorrectionStore {

    private static final String COLUMNS = """
            c.id, c.message_id, c.revision, c.field, c.target_kind, c.target_id, c.aspect_id, c.intent, c.value, c.said,
              c.confidence, c.user_id, c.corrected_at
            """;

    private final Sql sql;

    CorrectionStore(Sql sql) {
        this.sql = sql;
    }

    /** Puts a correction in force in place of an earlier one about the same thing, whose {@code said} it keeps. */
    CorrectionId put(CorrectReading command, ChangeColumns columns, String said, double confidence, Instant at) {
        Optional<Former> former = withdraw(command.wording(), columns, command.by(), at);
        return keyed(sql.sql("""
                        insert into understanding.corrections (message_id, revision, field, target_kind, target_id, aspect_id,
                          intent, value, said, confidence, user_id, corrected_at)
                        values (:message, :revision, :field, :kind, :target, :aspect, :intent, :value, :said, :confidence, :user,
                          :at)
                        returning id
                        """), command.wording(), columns)
                .param("value", columns.value())
                .param("said", former.map(Former::said).orElse(said))
                .param("confidence", former.map(Former::confidence).orElse(confidence))
                .param("user", command.by())
                .param("at", at)
                .single(CorrectionId.class);
    }

    /** What the reader had said when the former correction was made. */
    private record Former(String said, double confidence) {}

    private Optional<Former> withdraw(Wording wording, ChangeColumns columns, UserId by, Instant at) {
        return keyed(sql.sql("""
                        update understanding.corrections set taken_back_at = :at, taken_back_by = :user
                        where message_id = :message and revision = :revision and field = :field
                          and target_kind is not distinct from :kind and target_id is not distinct from cast(:target as bigint)
                          and aspect_id is not distinct from cast(:aspect as bigint)
                          and intent is not distinct from :intent and taken_back_at is null
                        returning said, confidence
                        """), wording, columns)
                .param("user", by)
                .param("at", at)
                .optional(Former.class);
    }

    /** Takes a correction back; empty when it is not in force. */
    Optional<Wording> takeBack(CorrectionId id, UserId by, Instant at) {
        return sql.sql("""
                update understanding.corrections set taken_back_at = :at, taken_back_by = :user
                where id = :id and taken_back_at is null returning message_id, revision
                """)
                .param("id", id)
                .param("user", by)
                .param("at", at)
                .optional((row, n) -> new Wording(MessageId.of(row.getLong(1)), row.getInt(2)));
    }

    /** Repeats what holds about former wordings for the present one, where that still holds every word of them. */
    void carryOver(Collection<Long> messages) {
        sql.sql("""
                        insert into understanding.corrections (message_id, revision, field, target_kind, target_id, aspect_id,
                          intent, value, said, confidence, user_id, corrected_at)
                        select c.message_id, m.revision, c.field, c.target_kind, c.target_id, c.aspect_id, c.intent, c.value,
                          c.said, c.confidence, c.user_id, c.corrected_at
                        from understanding.corrections c
                        join conversations.messages m on m.id = c.message_id and m.revision > c.revision
                        join conversations.revisions r on r.message_id = c.message_id and r.revision = c.revision
                        where c.message_id in (:messages) and c.taken_back_at is null and strpos(m.words, r.words) > 0
                        on conflict do nothing
                        """).param("messages", messages).update();
    }

    /** Those in force about one message, the oldest first. */
    List<Correction> of(MessageId message) {
        return sql.sql("select " + COLUMNS + """
                        from understanding.corrections c
                        where c.message_id = :message and c.taken_back_at is null order by c.id
                        """).param("message", message).list(CorrectionStore::correction);
    }

    List<Correction> newest(int most) {
        return sql.sql("select " + COLUMNS + """
                        from understanding.corrections c where c.taken_back_at is null order by c.corrected_at desc, c.id desc
                        limit :most
                        """).param("most", most).list(CorrectionStore::correction);
    }

    /** The changes in force of several wordings, the oldest first. */
    Map<Wording, List<Change>> of(Collection<Long> messages) {
        Map<Wording, List<Change>> changes = new HashMap<>();
        if (messages.isEmpty()) {
            return changes;
        }
        sql.sql("select " + COLUMNS + """
                        from understanding.corrections c
                        where c.message_id in (:messages) and c.taken_back_at is null order by c.id
                        """)
                .param("messages", messages)
                .list(CorrectionStore::correction)
                .forEach(one -> changes.computeIfAbsent(one.wording(), w -> new ArrayList<>())
                        .add(one.change()));
        return changes;
    }

    /** The words and changes to learn from, the oldest first; words that were deleted teach nothing. */
    List<Taught> taught(int most) {
        return sql.sql("select " + COLUMNS + """
                        , coalesce(r.words, m.words) as words, coalesce(r.title, m.title) as title, m.addressees, m.language
                        from (select * from understanding.corrections where taken_back_at is null order by id desc limit :most) c
                        join conversations.messages m on m.id = c.message_id and m.deleted_at is null
                        left join conversations.revisions r
                          on r.message_id = c.message_id and r.revision = c.revision and c.revision <> m.revision
                        where m.revision = c.revision or r.message_id is not null
                        order by c.id
                        """)
                .param("most", most)
                .list((row, n) -> new Taught(words(row), ChangeColumns.read(row)));
    }

    private static Words words(ResultSet row) throws SQLException {
        String[] addressees = (String[]) row.getArray("addressees").getArray();
        return new Words(
                row.getString("words"), row.getString("title"), List.of(addressees), row.getString("language"));
    }

    private static Sql.Statement keyed(Sql.Statement statement, Wording wording, ChangeColumns columns) {
        About about = columns.about();
        Target target = about == null ? null : about.target();
        return statement
                .param("message", wording.message())
                .param("revision", wording.revision())
                .param("field", columns.field())
                .param("kind", target == null ? null : target.kind())
                .param("target", target == null ? null : target.id())
                .param("aspect", about == null ? null : about.aspectId())
                .param("intent", columns.intent());
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        return new Correction(
                CorrectionId.of(row.getLong("id")),
                new Wording(MessageId.of(row.getLong("message_id")), row.getInt("revision")),
                ChangeColumns.read(row),
                row.getString("said"),
                row.getDouble("confidence"),
                UserId.of(row.getLong("user_id")),
                row.getTimestamp("corrected_at").toInstant());
    }
}

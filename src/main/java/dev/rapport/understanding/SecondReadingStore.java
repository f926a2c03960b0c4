package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
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

/** What a second reader said about wordings, without any of their words; and which wordings it has not been asked about. */
@Repository
class SecondReadingStore {

    /** Among so many of the newest messages; what is older is left as it was read. */
    private static final int LATELY = 5_000;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 4_000;

    private final Sql sql;

    SecondReadingStore(Sql sql) {
        this.sql = sql;
    }

    /** The newest wording that our reader is less sure of than that and nobody else was asked about. */
    Optional<ReadingStore.Unread> next(double below, boolean privateToo) {
        return sql.sql("""
                        select m.id, m.revision, m.words, m.title, m.addressees, m.language
                        from (select id, revision, words, title, addressees, language, visibility
                              from conversations.messages
                              where side in ('CUSTOMER', 'PARTNER') and deleted_at is null and hidden_at is null
                              order by id desc limit :lately) m
                        join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                        where r.confidence < :below and (m.visibility = 'PUBLIC' or :privateToo)
                          and length(m.words) between :shortest and :longest
                          and not exists (select from understanding.second_readings s
                                          where s.message_id = m.id and s.revision = m.revision)
                        order by m.id desc limit 1
                        """)
                .param("lately", LATELY)
                .param("below", below)
                .param("privateToo", privateToo)
                .param("shortest", SHORTEST)
                .param("longest", LONGEST)
                .optional(ReadingStore::unread);
    }

    /** Keeps what was said; false when the wording is no longer there, or was asked about meanwhile. */
    boolean keep(SecondReading second, Instant at) {
        boolean isNew = asked(second.wording(), second.model(), at)
                        .param("polarity", second.polarity())
                        .param("confidence", second.confidence())
                        .param("refused", null)
                        .update()
                == 1;
        int position = 0;
        for (SecondOpinion opinion : isNew ? second.opinions() : List.<SecondOpinion>of()) {
            keep(second.wording(), ++position, opinion);
        }
        return isNew;
    }

    /** Keeps that the answer about a wording was of no use: it is not asked about again. */
    void refuse(Wording wording, String model, String why, Instant at) {
        asked(wording, model, at)
                .param("polarity", null)
                .param("confidence", null)
                .param("refused", why)
                .update();
    }

    private Sql.Statement asked(Wording wording, String model, Instant at) {
        return sql.sql("""
                        insert into understanding.second_readings (message_id, revision, model, version, polarity, confidence,
                          refused, asked_at)
                        select m.id, m.revision, :model, :version, cast(:polarity as text), cast(:confidence as real),
                          cast(:refused as text), :at
                        from conversations.messages m
                        where m.id = :message and m.revision = :revision and m.deleted_at is null
                        on conflict do nothing
                        """)
                .param("message", wording.message())
                .param("revision", wording.revision())
                .param("model", model)
                .param("version", SecondQuestion.VERSION)
                .param("at", at);
    }

    private void keep(Wording wording, int position, SecondOpinion opinion) {
        About about = opinion.about();
        sql.sql("""
                        insert into understanding.second_opinions (message_id, revision, position, target_kind, target_id, aspect_id,
                          polarity, confidence, quote_from, quote_to)
                        values (:message, :revision, :position, :kind, :target, :aspect, :polarity, :confidence, :from, :to)
                        """)
                .param("message", wording.message())
                .param("revision", wording.revision())
                .param("position", position)
                .param("kind", about.target() == null ? null : about.target().kind())
                .param("target", about.target() == null ? null : about.target().id())
                .param("aspect", about.aspectId())
                .param("polarity", opinion.polarity())
                .param("confidence", opinion.confidence())
                .param("from", opinion.quote().from())
                .param("to", opinion.quote().to())
                .update();
    }

    /** What was said about any wording of some messages. */
    Map<Wording, SecondReading> of(Collection<Long> messages) {
        Map<Wording, SecondReading> found = new HashMap<>();
        if (!messages.isEmpty()) {
            Map<Wording, List<SecondOpinion>> opinions = opinions(messages);
            sql.sql("""
                            select message_id, revision, model, version, polarity, confidence
                            from understanding.second_readings where message_id in (:messages) and refused is null
                            """)
                    .param("messages", messages)
                    .list((row, n) -> reading(row, opinions))
                    .forEach(second -> found.put(second.wording(), second));
        }
        return found;
    }

    private Map<Wording, List<SecondOpinion>> opinions(Collection<Long> messages) {
        Map<Wording, List<SecondOpinion>> found = new HashMap<>();
        sql.sql("""
                        select message_id, revision, target_kind, target_id, aspect_id, polarity, confidence, quote_from, quote_to
                        from understanding.second_opinions where message_id in (:messages) order by message_id, revision, position
                        """)
                .param("messages", messages)
                .list((row, n) -> found.computeIfAbsent(wording(row), w -> new ArrayList<>())
                        .add(opinion(row)));
        return found;
    }

    private static SecondReading reading(ResultSet row, Map<Wording, List<SecondOpinion>> opinions)
            throws SQLException {
        Wording wording = wording(row);
        return new SecondReading(
                wording,
                row.getString("model"),
                row.getString("version"),
                Polarity.valueOf(row.getString("polarity")),
                row.getDouble("confidence"),
                opinions.getOrDefault(wording, List.of()));
    }

    private static SecondOpinion opinion(ResultSet row) throws SQLException {
        About about = StoredReading.about(row);
        Span quote = new Span(row.getInt("quote_from"), row.getInt("quote_to"));
        return new SecondOpinion(
                about, Polarity.valueOf(row.getString("polarity")), row.getDouble("confidence"), quote);
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(MessageId.of(row.getLong("message_id")), row.getInt("revision"));
    }
}

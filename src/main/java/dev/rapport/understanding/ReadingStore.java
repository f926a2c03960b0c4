package dev.rapport.understanding;

import dev.rapport.conversations.Batch;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.CopyRows;
import dev.rapport.shared.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Readings and the opinions in them, one reading a wording. */
@Repository
class ReadingStore {

    /** A wording that has no reading yet. */
    record Unread(long messageId, int revision, Words words) {

        MessageId message() {
            return new MessageId(messageId);
        }

        Wording wording() {
            return new Wording(message(), revision);
        }
    }

    /**
     * A wording and what it means.
     *
     * @param second the model whose word the reading holds besides; empty for our reader alone
     */
    record Read(
            Unread message,
            Reading reading,
            boolean corrected,
            @Nullable String second) {

        /** What our reader says, with a second reader's word over it and people's over both. */
        static Read of(Unread message, CatalogueReader reader, @Nullable SecondReading second, List<Change> said) {
            Reading own = Seconded.by(second, reader.read(message.words()));
            Reading reading = Corrected.by(said, own, reader.catalogue());
            return new Read(message, reading, !said.isEmpty(), second == null ? null : second.model());
        }
    }

    private final Sql sql;
    private final JdbcTemplate jdbc;

    ReadingStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** The batch's messages in their present wording, our own and deleted ones left out. */
    List<Unread> unread(Batch batch) {
        if (batch.reworded().isEmpty()) {
            return sql.sql("""
                    select id, revision, words, title, addressees, language from conversations.messages
                    where id between :first and :last and side in ('CUSTOMER', 'PARTNER') and deleted_at is null
                    """)
                    .param("first", batch.firstId())
                    .param("last", batch.lastId())
                    .list(ReadingStore::unread);
        }
        return sql.sql("""
                select id, revision, words, title, addressees, language from conversations.messages m
                where (id between :first and :last or id in (:reworded))
                  and side in ('CUSTOMER', 'PARTNER') and deleted_at is null
                  and not exists (select from understanding.readings r where r.message_id = m.id and r.revision = m.revision)
                """)
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .param("reworded", batch.reworded())
                .list(ReadingStore::unread);
    }

    void insert(List<Read> read, Versions versions, Instant at) {
        CopyRows readings = new CopyRows();
        CopyRows opinions = new CopyRows();
        for (Read one : read) {
            addReading(readings, one, versions, at);
            int position = 0;
            for (Opinion opinion : one.reading().opinions()) {
                addOpinion(opinions, one.message(), ++position, opinion);
            }
        }
        jdbc.execute((Connection connection) -> {
            readings.write(connection, """
                    copy understanding.readings (message_id, revision, understood, language, polarity, confidence, intents,
                      urgency, reasons, reason, reason_confidence, rules, model, catalogue, read_at, corrected, second_model)
                      from stdin
                    """);
            opinions.write(connection, """
                    copy understanding.opinions (message_id, revision, position, target_kind, target_id, aspect_id, target_name,
                      polarity, confidence, target_from, target_to, quote_from, quote_to, evidence) from stdin
                    """);
            return opinions.rows();
        });
    }

    /** A reading as it stands, without the names it mentions, and what read it. */
    record Stored(
            Unread message,
            Reading reading,
            Versions versions,
            @Nullable String second) {}

    Optional<Stored> stored(Wording wording) {
        return sql.sql("""
                        select m.id, r.revision, case when m.revision = r.revision then m.words else v.words end as words,
                          case when m.revision = r.revision then m.title else v.title end as title, m.addressees,
                          m.language as declared, r.language, r.understood, r.polarity, r.confidence, r.intents, r.urgency,
                          r.reasons, r.reason, r.reason_confidence, r.rules, r.model, r.catalogue, r.second_model
                        from understanding.readings r join conversations.messages m on m.id = r.message_id
                        left join conversations.revisions v on v.message_id = r.message_id and v.revision = r.revision
                        where r.message_id = :message and r.revision = :revision and m.deleted_at is null
                          and (m.revision = r.revision or v.message_id is not null)
                        """)
                .param("message", wording.message())
                .param("revision", wording.revision())
                .optional((row, n) -> StoredReading.read(row, opinions(wording)));
    }

    private List<Opinion> opinions(Wording wording) {
        return sql.sql("""
                        select target_kind, target_id, aspect_id, target_name, polarity, confidence, target_from, target_to,
                          quote_from, quote_to, evidence
                        from understanding.opinions where message_id = :message and revision = :revision order by position
                        """)
                .param("message", wording.message())
                .param("revision", wording.revision())
                .list((row, n) -> StoredReading.opinion(row));
    }

    /** The gist of every reading of some messages. */
    Map<Wording, Gist> gists(Collection<Long> messages) {
        Map<Wording, Gist> gists = new HashMap<>();
        if (!messages.isEmpty()) {
            sql.sql("""
                            select r.message_id, r.revision, r.polarity, r.intents,
                              array(select concat_ws(':', o.target_kind, o.target_id, o.aspect_id, o.polarity)
                                    from understanding.opinions o
                                    where o.message_id = r.message_id and o.revision = r.revision) as opinions
                            from understanding.readings r where r.message_id in (:messages)
                            """)
                    .param("messages", messages)
                    .list((row, n) ->
                            gists.put(new Wording(new MessageId(row.getLong(1)), row.getInt(2)), Gist.read(row)));
        }
        return gists;
    }

    /** Puts readings in place of those there are of the same wordings. */
    void replace(List<Read> read, Versions versions, Instant at) {
        List<Long> ids = read.stream().map(one -> one.message().messageId()).toList();
        List<Integer> revisions =
                read.stream().map(one -> one.message().revision()).toList();
        for (String table : List.of("opinions", "readings")) {
            jdbc.update(
                    "delete from understanding." + table + " where (message_id, revision) in "
                            + "(select * from unnest(?::bigint[], ?::int[]))",
                    ids.toArray(Long[]::new),
                    revisions.toArray(Integer[]::new));
        }
        insert(read, versions, at);
    }

    private static void addReading(CopyRows rows, Read one, Versions versions, Instant at) {
        Reading reading = one.reading();
        rows.add(one.message().messageId()).add(one.message().revision());
        rows.add(reading.understood()).add(reading.language()).add(reading.polarity());
        rows.add(Math.round(reading.confidence() * 1000) / 1000.0);
        rows.addTexts(reading.intents().stream().map(Enum::name).toList());
        rows.add(reading.urgency());
        rows.addTexts(reading.reasons().stream()
                .map(reason -> reason.key() + '\t' + reason.words())
                .toList());
        rows.add(reading.careReason());
        rows.add(Math.round(reading.careConfidence() * 1000) / 1000.0);
        rows.add(versions.rules())
                .add(versions.model())
                .add(versions.catalogue())
                .add(at)
                .add(one.corrected())
                .add(one.second());
        rows.endRow();
    }

    private static void addOpinion(CopyRows rows, Unread message, int position, Opinion opinion) {
        rows.add(message.messageId()).add(message.revision()).add(position);
        rows.add(opinion.target() == null ? null : opinion.target().kind());
        rows.add(opinion.target() == null ? null : opinion.target().id());
        rows.add(opinion.aspectId()).add(opinion.targetName()).add(opinion.polarity());
        rows.add(Math.round(opinion.confidence() * 1000) / 1000.0);
        rows.add(opinion.span().from()).add(opinion.span().to());
        rows.add(opinion.quote().from()).add(opinion.quote().to());
        rows.addInts(opinion.evidence().stream()
                .flatMapToInt(span -> java.util.stream.IntStream.of(span.from(), span.to()))
                .toArray());
        rows.endRow();
    }

    static Unread unread(ResultSet row, int n) throws SQLException {
        String[] addressees = (String[]) row.getArray("addressees").getArray();
        Words words = new Words(
                row.getString("words"), row.getString("title"), List.of(addressees), row.getString("language"));
        return new Unread(row.getLong("id"), row.getInt("revision"), words);
    }
}

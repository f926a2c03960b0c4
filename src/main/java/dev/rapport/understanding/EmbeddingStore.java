package dev.rapport.understanding;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.embedding.Embedding;
import dev.rapport.understanding.embedding.ModelFolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What messages mean, as vectors, and which of them are still to be computed. */
@Repository
class EmbeddingStore {

    /** Shorter words say nothing that could be compared. */
    static final int SHORTEST = 12;

    /** The model reads no more of a message anyway. */
    static final int LONGEST = 2_000;

    /** So many messages of a thread are looked at for what it is about. */
    private static final int LATELY = 5;

    /** So many of the newest messages are searched through: it takes a time that grows with them. */
    private static final int NEWEST = 200_000;

    /** So many whose signatures are nearest are looked at exactly. */
    private static final int NEAR = 300;

    private static final String COMPARABLE = """
            m.side in ('CUSTOMER', 'PARTNER') and m.deleted_at is null and length(m.words) >= %d and r.language = '%s'
            """.formatted(SHORTEST, ModelFolder.LANGUAGE);

    private final Sql sql;

    EmbeddingStore(Sql sql) {
        this.sql = sql;
    }

    /** A wording to be computed. */
    record Wanted(Wording wording, String words) {}

    /** A vector that was computed, or is kept. */
    record Kept(Wording wording, Embedding embedding) {}

    /** Notes that vectors of some messages are wanted, where a model is on; where there is none, nothing happens. */
    void want(Collection<Long> messages) {
        if (!messages.isEmpty()) {
            sql.sql("""
                            insert into understanding.embeddings_wanted (message_id)
                            select unnest(cast(:messages as bigint[]))
                            where exists (select from understanding.embedding where is_on)
                            on conflict do nothing
                            """).param("messages", messages.toArray(Long[]::new)).update();
        }
    }

    /** Notes that the vectors of all messages without one are wanted; returns how many there are. */
    int wantAll() {
        return sql.sql("""
                        insert into understanding.embeddings_wanted (message_id)
                        select m.id from conversations.messages m
                        join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                        where %s and not exists (
                          select from understanding.embeddings e
                          where e.message_id = m.id and e.revision = m.revision and e.model = :model)
                        on conflict do nothing
                        """.formatted(COMPARABLE))
                .param("model", ModelFolder.MODEL)
                .update();
    }

    /** Takes some off the list, the newest first; nobody else gets them until the caller's transaction ends. */
    List<Long> take(int most) {
        return sql.sql("""
                        delete from understanding.embeddings_wanted where message_id in (
                          select message_id from understanding.embeddings_wanted
                          order by message_id desc limit :most for update skip locked)
                        returning message_id
                        """).param("most", most).list(Long.class);
    }

    /** Those of some messages that can be compared, as they are worded now. */
    List<Wanted> comparable(List<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : sql.sql("""
                        select m.id as message_id, m.revision, left(m.words, %d) as words from conversations.messages m
                        join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                        where m.id in (:messages) and %s
                        """.formatted(LONGEST, COMPARABLE))
                        .param("messages", messages)
                        .list((row, n) -> new Wanted(wording(row), row.getString("words")));
    }

    void keep(Kept kept) {
        sql.sql("""
                        with kept as (
                          insert into understanding.embeddings (message_id, revision, model, vector)
                          values (:message, :revision, :model, :vector)
                          on conflict (message_id) do update set revision = excluded.revision, model = excluded.model,
                            vector = excluded.vector
                          returning message_id)
                        insert into understanding.signatures (message_id, signature)
                        select message_id, cast(:signature as bit(384)) from kept
                        on conflict (message_id) do update set signature = excluded.signature
                        """)
                .param("message", kept.wording().message())
                .param("revision", kept.wording().revision())
                .param("model", ModelFolder.MODEL)
                .param("signature", kept.embedding().signature())
                .param("vector", kept.embedding().bytes())
                .update();
    }

    /** The longest of the last things said by whoever began a conversation: thanks and reminders say little. */
    Optional<Kept> fullest(ConversationId conversation) {
        return sql.sql("""
                        select message_id, revision, vector from (
                          select e.message_id, e.revision, e.vector, length(m.words) as length from conversations.messages m
                          join conversations.conversations c on c.id = m.conversation_id
                          join understanding.embeddings e on e.message_id = m.id and e.revision = m.revision
                          where m.conversation_id = :conversation and m.deleted_at is null and e.model = :model
                            and (c.profile_id is null or m.profile_id = c.profile_id)
                          order by m.said_at desc, m.id desc limit :lately) said
                        order by length desc, message_id desc limit 1
                        """)
                .param("conversation", conversation)
                .param("model", ModelFolder.MODEL)
                .param("lately", LATELY)
                .optional((row, n) -> kept(row));
    }

    /**
     * Those whose signatures are nearest.
     *
     * @param to a message whose author and conversation are left out; empty for words that nobody has said
     */
    List<Kept> near(Embedding embedding, @Nullable MessageId to) {
        return sql.sql("""
                        with near as (
                          select message_id from understanding.signatures
                          where message_id > coalesce((
                            select message_id from understanding.signatures order by message_id desc offset :newest limit 1), 0)
                          order by bit_count(signature # cast(:signature as bit(384))), message_id desc limit :near)
                        select e.message_id, e.revision, e.vector from near
                        join understanding.embeddings e on e.message_id = near.message_id and e.model = :model
                        join conversations.messages m on m.id = e.message_id and m.revision = e.revision
                        left join conversations.messages one on one.id = cast(:to as bigint)
                        where m.deleted_at is null and m.hidden_at is null
                          and (one.id is null or m.conversation_id <> one.conversation_id
                               and m.profile_id is distinct from one.profile_id)
                        """)
                .param("signature", embedding.signature())
                .param("to", to)
                .param("model", ModelFolder.MODEL)
                .param("newest", NEWEST)
                .param("near", NEAR)
                .list((row, n) -> kept(row));
    }

    long kept() {
        return sql.sql("select count(*) from understanding.embeddings").single(Long.class);
    }

    long wanted() {
        return sql.sql("select count(*) from understanding.embeddings_wanted").single(Long.class);
    }

    /** Forgets all vectors and that any are wanted. */
    void forget() {
        sql.sql("truncate understanding.signatures, understanding.embeddings, understanding.embeddings_wanted")
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(wording(row), Embedding.of(row.getBytes("vector")));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(MessageId.of(row.getLong("message_id")), row.getInt("revision"));
    }
}

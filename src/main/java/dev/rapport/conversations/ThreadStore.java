package dev.rapport.conversations;

import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Conversations: finding the one a message answers, and writing each touched one once a batch. */
@Repository
class ThreadStore {

    /** Where an earlier message stands. */
    record Parent(String remoteId, long conversationId, String threadKey, String visibility) {
        boolean isPrivate() {
            return "PRIVATE".equals(visibility);
        }
    }

    private static final String UPSERT = """
            insert into conversations.conversations as c
              (inbox_id, thread_key, title, visibility, answer, profile_id, message_count, last_message_id,
               first_said_at, last_said_at)
            select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::bigint[],
                                    ?::timestamptz[], ?::timestamptz[])
            on conflict (inbox_id, thread_key) do update set
              message_count = c.message_count + excluded.message_count,
              title = coalesce(c.title, excluded.title),
              profile_id = coalesce(c.profile_id, excluded.profile_id),
              answer = case when excluded.last_said_at >= c.last_said_at and excluded.answer <> 'NONE_NEEDED'
                            then excluded.answer else c.answer end,
              last_message_id = case when excluded.last_said_at >= c.last_said_at
                                     then excluded.last_message_id else c.last_message_id end,
              first_said_at = least(c.first_said_at, excluded.first_said_at),
              last_said_at = greatest(c.last_said_at, excluded.last_said_at)
            returning thread_key, id
            """;

    private final Sql sql;
    private final JdbcTemplate jdbc;

    ThreadStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    Optional<String> threadKey(InboxId inbox, ConversationId conversation) {
        return sql.sql("select thread_key from conversations.conversations where id = :id and inbox_id = :inbox")
                .param("id", conversation)
                .param("inbox", inbox)
                .optional(String.class);
    }

    /** The threads that earlier messages of the inbox stand in, by their channel's id. */
    Map<String, Parent> parents(InboxId inbox, Collection<String> remoteIds) {
        Map<String, Parent> found = new HashMap<>();
        sql.sql("""
                select h.remote_id, m.conversation_id, c.thread_key, c.visibility
                from conversations.heard h
                join conversations.messages m on m.id = h.message_id
                join conversations.conversations c on c.id = m.conversation_id
                where h.inbox_id = :inbox and h.remote_id in (:ids)
                """)
                .param("inbox", inbox)
                .param("ids", remoteIds)
                .list(Parent.class)
                .forEach(parent -> found.put(parent.remoteId(), parent));
        return found;
    }

    /** Who wrote in or was written to in these conversations, by the network's id. */
    Map<Long, Set<String>> participants(Collection<Long> conversations) {
        Map<Long, Set<String>> found = new HashMap<>();
        sql.sql("""
                select m.conversation_id, p.author_key from conversations.messages m
                join conversations.profiles p on p.id = m.profile_id
                where m.conversation_id in (:conversations)
                union
                select m.conversation_id, lower(a) from conversations.messages m, unnest(m.addressees) as a
                where m.conversation_id in (:conversations)
                """)
                .param("conversations", conversations)
                .list((row, n) -> found.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getString(2)));
        return found;
    }

    /** Makes or moves on every conversation these messages stand in, and tells the messages which it is. */
    void keep(InboxId inbox, List<PlacedMessage> messages, boolean history) {
        Map<String, Growth> growths = new TreeMap<>();
        messages.forEach(message -> growths.computeIfAbsent(message.thread(), key -> new Growth(message))
                .add(message, history));
        Map<String, Long> ids = java.util.Objects.requireNonNull(
                jdbc.execute((Connection connection) -> upsert(connection, inbox, List.copyOf(growths.values()))));
        messages.forEach(
                message -> message.conversationId = java.util.Objects.requireNonNull(ids.get(message.thread())));
    }

    private static Map<String, Long> upsert(Connection connection, InboxId inbox, List<Growth> all)
            throws SQLException {
        Map<String, Long> ids = HashMap.newHashMap(all.size());
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setLong(1, inbox.value());
            upsert.setArray(2, array(connection, "text", all.stream().map(growth -> growth.threadKey)));
            upsert.setArray(3, array(connection, "text", all.stream().map(growth -> growth.title)));
            upsert.setArray(4, array(connection, "text", all.stream().map(growth -> growth.visibility)));
            upsert.setArray(5, array(connection, "text", all.stream().map(growth -> growth.answer)));
            upsert.setArray(6, array(connection, "bigint", all.stream().map(growth -> growth.profileId)));
            upsert.setArray(7, array(connection, "int", all.stream().map(growth -> growth.count)));
            upsert.setArray(8, array(connection, "bigint", all.stream().map(growth -> growth.lastMessageId)));
            upsert.setArray(9, array(connection, "text", all.stream().map(growth -> utc(growth.firstSaidAt))));
            upsert.setArray(10, array(connection, "text", all.stream().map(growth -> utc(growth.lastSaidAt))));
            try (ResultSet row = upsert.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return ids;
    }

    private static String utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toString();
    }

    private static java.sql.Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}

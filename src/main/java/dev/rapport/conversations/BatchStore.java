package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The queue of batches and the keys of everything accepted. */
@Repository
class BatchStore {

    /** The numbers set aside for one batch. */
    record Block(long batchId, long firstId) {

        boolean holds(long id) {
            return id >= firstId && id <= lastId();
        }

        long lastId() {
            return firstId + AcceptsHeard.BATCH - 1;
        }
    }

    /** A batch that was claimed: what it is, which step is due, how often that failed. */
    record Claim(Batch batch, Step step, int tries) {}

    private final Sql sql;
    private final JdbcTemplate jdbc;

    BatchStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    Block reserve() {
        return sql.sql("""
                select nextval('conversations.batch_ids') as batch_id,
                       nextval('conversations.message_blocks') * 1000 as first_id
                """).single(Block.class);
    }

    /**
     * Keeps the keys that are new.
     *
     * @param ids the id each message gets unless an earlier wording of it has one
     * @return position in {@code heard} to message id, for the new ones only
     */
    Map<Integer, Long> keepKeys(InboxId inbox, List<Heard> heard, long[] ids) {
        return inConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    with given as (
                      select g.remote_id, g.revision, coalesce(earlier.message_id, g.id) as message_id
                      from unnest(?::text[], ?::text[], ?::bigint[]) as g (remote_id, revision, id)
                      left join lateral (
                        select h.message_id from conversations.heard h
                        where h.inbox_id = ? and h.remote_id = g.remote_id limit 1) earlier on true)
                    insert into conversations.heard (inbox_id, remote_id, revision, message_id)
                    select ?, remote_id, revision, message_id from given
                    on conflict do nothing
                    returning remote_id, revision, message_id
                    """)) {
                insert.setArray(1, texts(connection, heard.stream().map(Heard::id)));
                insert.setArray(2, texts(connection, heard.stream().map(Heard::revision)));
                insert.setArray(3, connection.createArrayOf("bigint", boxed(ids)));
                insert.setLong(4, inbox.value());
                insert.setLong(5, inbox.value());
                return positions(insert, heard);
            }
        });
    }

    void insert(Block block, InboxId inbox, boolean history, List<Long> reworded, byte[] payload) {
        inConnection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into conversations.batches
                      (id, inbox_id, history, first_id, last_id, reworded, payload, next_step)
                    values (?, ?, ?, ?, ?, ?, ?, 'PLACED')
                    """)) {
                insert.setLong(1, block.batchId());
                insert.setLong(2, inbox.value());
                insert.setBoolean(3, history);
                insert.setLong(4, block.firstId());
                insert.setLong(5, block.lastId());
                insert.setArray(6, connection.createArrayOf("bigint", reworded.toArray()));
                insert.setBytes(7, payload);
                return insert.executeUpdate();
            }
        });
    }

    /** Locks the next batch that is due, live ones before history, oldest first; skips what others hold. */
    Optional<Claim> claim() {
        return sql.sql("""
                select id, inbox_id, history, first_id, last_id, reworded, next_step, tries
                from conversations.batches
                where next_step is not null and due_at <= now()
                order by history, id
                limit 1
                for update skip locked
                """)
                .optional((row, n) ->
                        new Claim(batch(row), Step.valueOf(row.getString("next_step")), row.getInt("tries")));
    }

    byte @Nullable [] payload(long batch) {
        return sql.sql("select payload from conversations.batches where id = :id")
                .param("id", batch)
                .optional(byte[].class)
                .orElse(null);
    }

    void advance(Claim claim) {
        String next = claim.step().next().map(Enum::name).orElse(null);
        sql.sql("""
                update conversations.batches
                set next_step = :next, tries = 0, failure = null,
                    payload = case when :done = 'PLACED' then null else payload end,
                    finished_at = case when :next::text is null then now() end
                where id = :id
                """)
                .param("next", next)
                .param("done", claim.step())
                .param("id", claim.batch().id())
                .updateOne();
    }

    void postpone(Claim claim, String failure, Duration delay) {
        sql.sql("""
                update conversations.batches
                set tries = tries + 1, failure = left(:failure, 2000), due_at = now() + :seconds * interval '1 second'
                where id = :id
                """)
                .param("failure", failure)
                .param("seconds", delay.toSeconds())
                .param("id", claim.batch().id())
                .updateOne();
    }

    void park(Claim claim, long messageId, String why, byte @Nullable [] payload) {
        sql.sql("""
                insert into conversations.parked (message_id, batch_id, inbox_id, step, why, payload)
                values (:message, :batch, :inbox, :step, left(:why, 2000), :payload)
                """)
                .param("message", messageId)
                .param("batch", claim.batch().id())
                .param("inbox", claim.batch().inbox())
                .param("step", claim.step())
                .param("why", why)
                .param("payload", payload)
                .update();
    }

    long waiting() {
        return sql.sql("select count(*) from conversations.batches where next_step is not null")
                .single(Long.class);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        Long[] reworded = (Long[]) row.getArray("reworded").getArray();
        return new Batch(
                row.getLong("id"),
                new InboxId(row.getLong("inbox_id")),
                row.getBoolean("history"),
                row.getLong("first_id"),
                row.getLong("last_id"),
                List.of(reworded));
    }

    private static Map<Integer, Long> positions(PreparedStatement insert, List<Heard> heard) throws SQLException {
        Map<List<String>, Integer> position = new java.util.HashMap<>(heard.size() * 2);
        for (int i = 0; i < heard.size(); i++) {
            position.put(List.of(heard.get(i).id(), heard.get(i).revision()), i);
        }
        Map<Integer, Long> taken = new TreeMap<>();
        try (ResultSet rows = insert.executeQuery()) {
            while (rows.next()) {
                taken.put(position.get(List.of(rows.getString(1), rows.getString(2))), rows.getLong(3));
            }
        }
        return taken;
    }

    private static Array texts(Connection connection, java.util.stream.Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Object[] boxed(long[] values) {
        return Arrays.stream(values).boxed().toArray();
    }

    private <T> T inConnection(ConnectionCallback<T> work) {
        return java.util.Objects.requireNonNull(jdbc.execute(work));
    }
}

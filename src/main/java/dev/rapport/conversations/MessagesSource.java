package dev.rapport.conversations;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything said, in the form it is imported in, a page of the primary key at a time; hidden messages stay hidden. */
@Component
class MessagesSource implements ExportSource {

    private static final int PAGE = 1_000;

    private final Sql sql;

    MessagesSource(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public List<String> fields() {
        return List.of(
                "id",
                "kind",
                "channel",
                "inbox",
                "author",
                "author_id",
                "author_name",
                "addressees",
                "title",
                "text",
                "said_at",
                "said_offset_minutes",
                "in_reply_to",
                "repost_of",
                "thread",
                "visibility",
                "uri",
                "location",
                "language",
                "manner",
                "place_kind",
                "place_id",
                "place_name",
                "rating",
                "rating_best",
                "likes",
                "reposts",
                "replies",
                "views",
                "reach_at");
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<Map<String, Object>> row) {
        long after = Long.MIN_VALUE;
        for (List<Row> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(one -> row.accept(one.values()));
            after = page.getLast().id();
        }
    }

    private List<Row> page(long after) {
        return sql.sql("""
                select m.*, i.name as inbox, c.thread_key, p.network, p.handle, p.author_key, p.provisional, p.name as author_name
                from conversations.messages m
                join conversations.conversations c on c.id = m.conversation_id
                join channels.inboxes i on i.id = m.inbox_id
                left join conversations.profiles p on p.id = m.profile_id
                where m.id > :after and m.hidden_at is null
                order by m.id limit :page
                """)
                .param("after", after)
                .param("page", PAGE)
                .list((row, n) -> new Row(row.getLong("id"), values(row)));
    }

    private record Row(long id, Map<String, Object> values) {}

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Values values = new Values();
        String remote = row.getString("remote_id");
        values.put("id", remote == null ? "rapport:" + row.getLong("id") : remote);
        values.put("kind", row.getTimestamp("deleted_at") == null ? null : "deleted");
        values.put("channel", row.getString("network"));
        values.put("author", row.getString("handle") == null ? row.getString("author_key") : row.getString("handle"));
        values.put("author_id", row.getBoolean("provisional") ? null : row.getString("author_key"));
        values.put("text", row.getString("words"));
        values.put("thread", row.getString("thread_key"));
        values.put("visibility", row.getString("visibility").toLowerCase(java.util.Locale.ROOT));
        values.put("manner", row.getString("manner").toLowerCase(java.util.Locale.ROOT));
        values.put("said_at", row.getTimestamp("said_at").toInstant().toString());
        values.put("addressees", String.join("|", (String[])
                row.getArray("addressees").getArray()));
        for (String same : List.of(
                "inbox",
                "author_name",
                "title",
                "in_reply_to",
                "repost_of",
                "uri",
                "location",
                "language",
                "place_kind",
                "place_id",
                "place_name")) {
            values.put(same, row.getString(same));
        }
        for (String number :
                List.of("said_offset_minutes", "rating", "rating_best", "likes", "reposts", "replies", "views")) {
            values.put(number, row.getObject(number));
        }
        values.put(
                "reach_at",
                row.getTimestamp("reach_at") == null
                        ? null
                        : row.getTimestamp("reach_at").toInstant().toString());
        return values.said;
    }

    /** What says nothing is left out. */
    private static final class Values {

        private final Map<String, Object> said = new LinkedHashMap<>();

        void put(String name, @Nullable Object value) {
            if (value != null && !"".equals(value)) {
                said.put(name, value);
            }
        }
    }
}

package dev.rapport.understanding.web;

import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Messages with their readings, read for programs. */
@Repository
class MessageReads {

    private final Sql sql;

    MessageReads(Sql sql) {
        this.sql = sql;
    }

    Optional<MessageView> find(long id) {
        return sql.sql("""
                select m.id, m.revision, m.conversation_id, i.name as inbox, m.said_at, m.visibility, m.title, m.words,
                       m.deleted_at is not null as deleted, p.id as profile_id, p.network, p.handle, p.name as author_name,
                       m.side, r.language, r.understood, r.polarity, r.confidence, r.intents, r.urgency, r.reasons,
                       r.rules, r.model, r.catalogue, r.second_model
                from conversations.messages m
                join channels.inboxes i on i.id = m.inbox_id
                left join conversations.profiles p on p.id = m.profile_id
                left join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                where m.id = :id and m.hidden_at is null
                """).param("id", id).optional((row, n) -> message(row));
    }

    private MessageView message(ResultSet row) throws SQLException {
        return new MessageView(
                row.getLong("id"),
                row.getInt("revision"),
                row.getLong("conversation_id"),
                row.getString("inbox"),
                new MessageView.AuthorView(
                        row.getLong("profile_id"),
                        row.getString("network"),
                        row.getString("handle"),
                        row.getString("author_name"),
                        row.getString("side")),
                row.getTimestamp("said_at").toInstant(),
                row.getString("visibility"),
                row.getString("title"),
                row.getString("words"),
                row.getBoolean("deleted"),
                reading(row));
    }

    private MessageView.@Nullable ReadingView reading(ResultSet row) throws SQLException {
        if (row.getString("language") == null) {
            return null;
        }
        return new MessageView.ReadingView(
                row.getString("language"),
                row.getBoolean("understood"),
                row.getString("polarity"),
                row.getDouble("confidence"),
                List.of((String[]) row.getArray("intents").getArray()),
                row.getInt("urgency"),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(MessageReads::reason)
                        .toList(),
                opinions(row.getLong("id"), row.getInt("revision"), row.getString("words")),
                new MessageView.VersionsView(
                        row.getString("rules"),
                        row.getString("model"),
                        row.getLong("catalogue"),
                        row.getString("second_model")));
    }

    private List<MessageView.OpinionView> opinions(long message, int revision, String words) {
        return sql.sql("""
                select target_kind, target_id, target_name, aspect_id, polarity, confidence, quote_from, quote_to, evidence
                from understanding.opinions where message_id = :message and revision = :revision order by position
                """)
                .param("message", message)
                .param("revision", revision)
                .list((row, n) -> opinion(row, words));
    }

    private static MessageView.OpinionView opinion(ResultSet row, String words) throws SQLException {
        int from = row.getInt("quote_from");
        int to = row.getInt("quote_to");
        return new MessageView.OpinionView(
                row.getString("target_kind"),
                row.getObject("target_id", Long.class),
                row.getString("target_name"),
                row.getObject("aspect_id", Long.class),
                row.getString("polarity"),
                row.getDouble("confidence"),
                words.substring(from, to),
                evidence((Integer[]) row.getArray("evidence").getArray(), words),
                from,
                to);
    }

    private static List<String> evidence(Integer[] offsets, String words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < offsets.length; i += 2) {
            found.add(words.substring(offsets[i], offsets[i + 1]));
        }
        return found;
    }

    private static MessageView.ReasonView reason(String stored) {
        int tab = stored.indexOf('\t');
        return new MessageView.ReasonView(
                tab < 0 ? stored : stored.substring(0, tab), tab < 0 ? "" : stored.substring(tab + 1));
    }
}

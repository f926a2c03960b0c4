package dev.rapport.channels.chat;

import dev.rapport.shared.InboxId;
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
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the chat asks the database: which chat it is, whether somebody is there, what was answered. */
@Component
class ChatStore {

    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};

    /** One of our answers. */
    record Line(UUID id, String text, Instant at) {}

    private final Sql sql;

    ChatStore(Sql sql) {
        this.sql = sql;
    }

    /** The chat behind an address; {@code own} is the origin that it may stand on in any case. */
    Optional<Chat> at(String door, String own) {
        return sql.sql("""
                select id, name, settings from channels.inboxes where kind = 'chat' and door = :door and state <> 'PAUSED'
                """).param("door", door).optional((row, n) -> chat(row, door, own));
    }

    /** Whether somebody who answers did anything here just now. */
    boolean isSomebodyThere(Duration within, Instant now) {
        return sql.sql("""
                select exists (
                  select from access.sessions s join access.users u on u.id::text = s.principal_name
                  where s.last_access_time > :since and s.expiry_time > :now
                    and u.role <> 'VIEWER' and u.deactivated_at is null)
                """)
                .param("since", now.minus(within).toEpochMilli())
                .param("now", now.toEpochMilli())
                .single(Boolean.class);
    }

    /** Our answers to a visitor that have left, oldest first. */
    List<Line> answers(Visitor visitor) {
        return sql.sql("""
                select key, words, sent_at from (
                  select key, words, sent_at from channels.outbox
                  where inbox_id = :inbox and recipients = array[:visitor]::text[] and state = 'SENT' and words <> ''
                  order by sent_at desc, key limit 200) latest
                order by sent_at, key
                """)
                .param("inbox", visitor.inbox())
                .param("visitor", visitor.id().toString())
                .list((row, n) -> new Line(
                        row.getObject("key", UUID.class),
                        row.getString("words"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()));
    }

    void heard(InboxId inbox) {
        sql.sql("update channels.inboxes set last_heard_at = now() where id = :id")
                .param("id", inbox)
                .update();
    }

    private static Chat chat(ResultSet row, String door, String own) throws SQLException {
        Map<String, String> settings = JsonMapper.shared().readValue(row.getString("settings"), BY_NAME);
        String mailbox = settings.getOrDefault(ChatConnector.MAILBOX, "");
        return new Chat(
                new InboxId(row.getLong("id")),
                door,
                row.getString("name"),
                Origins.of(settings.getOrDefault(ChatConnector.ORIGINS, ""), own),
                settings.getOrDefault(ChatConnector.GREETING, ""),
                mailbox.isEmpty() ? null : new InboxId(Long.parseLong(mailbox)));
    }
}

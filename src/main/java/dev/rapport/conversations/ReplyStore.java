package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Our replies as messages of their conversation. */
@Repository
class ReplyStore {

    /** What a reply answers, and how its channel has to be told. */
    record Answered(
            ConversationId conversation,
            InboxId inbox,
            Heard.Visibility visibility,
            @Nullable String title,
            @Nullable String remoteId,
            Heard.Manner manner,
            boolean isDeleted,
            List<String> to,
            long ourProfile) {

        /** The subject of the answer, where the thread has one. */
        @Nullable
        String replyTitle() {
            return title == null || title.toLowerCase(Locale.ROOT).startsWith("re:") ? title : "Re: " + title;
        }
    }

    /** A reply that was written. */
    record Written(UUID key, ConversationId conversation, String words) {}

    private final Sql sql;
    private final ProfileStore profiles;

    ReplyStore(Sql sql, ProfileStore profiles) {
        this.sql = sql;
        this.profiles = profiles;
    }

    /** The message that is answered: the one given, else the last that was not ours. */
    Optional<Answered> answered(ReplyTo command) {
        return sql.sql("""
                select c.id, c.inbox_id, c.visibility, c.title, m.remote_id, m.manner,
                       m.deleted_at is not null as deleted, p.author_key, p.provisional, p.handle,
                       i.network, coalesce(i.address, i.name) as address
                from conversations.conversations c
                join conversations.messages m on m.conversation_id = c.id
                join conversations.profiles p on p.id = m.profile_id
                join channels.inboxes i on i.id = c.inbox_id
                where c.id = :conversation and m.side <> 'US' and (m.id = :message or :message::bigint is null)
                order by m.said_at desc, m.id desc
                limit 1
                """)
                .param("conversation", command.conversation())
                .param("message", command.answering())
                .optional((row, n) -> answered(row));
    }

    private Answered answered(ResultSet row) throws SQLException {
        String handle = row.getString("handle");
        boolean byHandle = row.getBoolean("provisional") && handle != null;
        return new Answered(
                new ConversationId(row.getLong("id")),
                new InboxId(row.getLong("inbox_id")),
                Heard.Visibility.valueOf(row.getString("visibility")),
                row.getString("title"),
                row.getString("remote_id"),
                Heard.Manner.valueOf(row.getString("manner")),
                row.getBoolean("deleted"),
                List.of(byHandle ? handle : row.getString("author_key")),
                profiles.ours(row.getString("network"), row.getString("address"), Instant.EPOCH));
    }

    MessageId insert(ReplyTo command, Answered answered, String text, UUID key, Instant now) {
        return sql.sql("""
                insert into conversations.messages (id, inbox_id, conversation_id, profile_id, user_id, reply_key, side,
                  manner, visibility, said_at, heard_at, title, words, addressees, in_reply_to)
                values (nextval('conversations.message_blocks') * 1000, :inbox, :conversation, :profile, :user, :key, 'US',
                  'PERSONAL', :visibility, :now, :now, :title, :words, array[:to]::text[], :inReplyTo)
                returning id
                """)
                .param("inbox", answered.inbox())
                .param("conversation", command.conversation())
                .param("profile", answered.ourProfile())
                .param("user", command.author())
                .param("key", key)
                .param("visibility", answered.visibility())
                .param("now", now)
                .param("title", answered.replyTitle())
                .param("words", text)
                .param("to", answered.to())
                .param("inReplyTo", answered.remoteId())
                .single(MessageId.class);
    }

    void answer(ConversationId conversation, MessageId reply, Instant now) {
        sql.sql("""
                update conversations.conversations
                set answer = 'ANSWERED', message_count = message_count + 1, last_message_id = :reply,
                    last_said_at = greatest(last_said_at, :now)
                where id = :conversation
                """)
                .param("conversation", conversation)
                .param("reply", reply)
                .param("now", now)
                .updateOne();
    }

    Optional<Written> written(MessageId reply) {
        return sql.sql("""
                select reply_key, conversation_id, words from conversations.messages
                where id = :id and reply_key is not null for update
                """)
                .param("id", reply)
                .optional((row, n) -> new Written(
                        row.getObject(1, UUID.class), new ConversationId(row.getLong(2)), row.getString(3)));
    }

    /** Forgets a reply that never left; the conversation is as it was before. */
    void remove(MessageId reply, ConversationId conversation) {
        sql.sql("delete from conversations.messages where id = :id")
                .param("id", reply)
                .updateOne();
        sql.sql("""
                update conversations.conversations c
                set message_count = c.message_count - 1, last_message_id = last.id, last_said_at = last.said_at,
                    answer = case when last.side = 'US' then 'ANSWERED' else 'NEEDS_ANSWER' end
                from (select id, said_at, side from conversations.messages
                      where conversation_id = :conversation order by said_at desc, id desc limit 1) last
                where c.id = :conversation
                """).param("conversation", conversation).updateOne();
    }

    void needsNoAnswer(ConversationId conversation) {
        sql.sql("update conversations.conversations set answer = 'NONE_NEEDED' where id = :id")
                .param("id", conversation)
                .update();
    }

    /** The channel's ids of the last messages of a thread, oldest first. */
    List<String> references(ConversationId conversation) {
        return sql.sql("""
                select remote_id from (
                  select remote_id, said_at, id from conversations.messages
                  where conversation_id = :conversation and remote_id is not null
                  order by said_at desc, id desc limit 20) latest
                order by said_at, id
                """).param("conversation", conversation).list(String.class);
    }
}

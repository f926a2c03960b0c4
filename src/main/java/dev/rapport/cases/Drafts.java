package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each user began to write and has seen, conversation by conversation. */
@Service
@Transactional
public class Drafts {

    public static final int LONGEST = 50_000;

    /** What the words are to become. */
    public enum Kind {
        REPLY,
        NOTE
    }

    private final Sql sql;
    private final Clock clock;

    Drafts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps words that are not sent yet; empty ones are forgotten. */
    public void keep(UserId user, ConversationId conversation, Kind kind, String words) {
        if (words.isBlank()) {
            forget(user, conversation, kind);
            return;
        }
        sql.sql("""
                        insert into cases.drafts (user_id, conversation_id, kind, words, saved_at)
                        values (:user, :conversation, :kind, :words, :now)
                        on conflict (user_id, conversation_id, kind)
                        do update set words = excluded.words, saved_at = excluded.saved_at
                        """)
                .param("user", user)
                .param("conversation", conversation)
                .param("kind", kind)
                .param("words", words.substring(0, Math.min(words.length(), LONGEST)))
                .param("now", clock.instant())
                .update();
    }

    public void forget(UserId user, ConversationId conversation, Kind kind) {
        sql.sql("delete from cases.drafts where user_id = :user and conversation_id = :conversation and kind = :kind")
                .param("user", user)
                .param("conversation", conversation)
                .param("kind", kind)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<String> find(UserId user, ConversationId conversation, Kind kind) {
        return sql.sql("""
                        select words from cases.drafts
                        where user_id = :user and conversation_id = :conversation and kind = :kind
                        """)
                .param("user", user)
                .param("conversation", conversation)
                .param("kind", kind)
                .optional(String.class);
    }

    /** The user has seen the thread up to its last message, and the notes in it that call them. */
    public void seen(UserId user, ConversationId conversation, MessageId last) {
        sql.sql("""
                        insert into cases.last_seen (user_id, conversation_id, message_id, seen_at)
                        values (:user, :conversation, :last, :now)
                        on conflict (user_id, conversation_id)
                        do update set message_id = excluded.message_id, seen_at = excluded.seen_at
                        where cases.last_seen.message_id <> excluded.message_id or exists (
                          select from cases.mentions m join cases.notes n on n.id = m.note_id
                          where m.user_id = excluded.user_id and n.conversation_id = excluded.conversation_id
                            and m.mentioned_at > cases.last_seen.seen_at)
                        """)
                .param("user", user)
                .param("conversation", conversation)
                .param("last", last)
                .param("now", clock.instant())
                .update();
    }
}

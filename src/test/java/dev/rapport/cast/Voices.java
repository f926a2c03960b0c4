package dev.rapport.cast;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts messages and their readings straight into the tables, as intake and reader would, for tests of what comes after
 * them.
 */
public final class Voices {

    public static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");

    private final JdbcClient jdbc;

    public Voices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ProfileId profile(String network, String handle, String name) {
        return ProfileId.of(jdbc.sql("""
                        insert into conversations.profiles (network, author_key, handle, name, followers, location, first_heard_at)
                        values (?, ?, ?, ?, 214, 'Uppsala', ?) returning id
                        """)
                .params(network, handle, handle, name, NOON.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    /** An empty conversation; what is said in it comes by {@link #says}. */
    public ConversationId conversation(long inbox, String thread, String visibility, ProfileId with) {
        return ConversationId.of(jdbc.sql("""
                        insert into conversations.conversations (inbox_id, thread_key, visibility, answer, profile_id,
                          message_count, last_message_id, first_said_at, last_said_at)
                        values (?, ?, ?, 'NEEDS_ANSWER', ?, 0, 0, ?, ?) returning id
                        """)
                .params(inbox, thread, visibility, with.value(), at(NOON), at(NOON))
                .query(Long.class)
                .single());
    }

    /** A message of a person on the customers' side. */
    public MessageId says(ConversationId conversation, ProfileId profile, String words, Instant when) {
        long id = jdbc.sql("""
                        insert into conversations.messages (id, inbox_id, conversation_id, profile_id, side, manner,
                          visibility, said_at, heard_at, words)
                        select coalesce((select max(id) from conversations.messages), 1000) + 1, c.inbox_id, c.id, ?,
                          'CUSTOMER', 'PERSONAL', c.visibility, ?, ?, ?
                        from conversations.conversations c where c.id = ? returning id
                        """)
                .params(profile.value(), at(when), at(when), words, conversation.value())
                .query(Long.class)
                .single();
        follows(conversation, id, when);
        return MessageId.of(id);
    }

    /** A reply of ours. */
    public MessageId replies(ConversationId conversation, UserId author, String words, Instant when) {
        long id = jdbc.sql("""
                        insert into conversations.messages (id, inbox_id, conversation_id, user_id, side, manner,
                          visibility, said_at, heard_at, words)
                        select coalesce((select max(id) from conversations.messages), 1000) + 1, c.inbox_id, c.id, ?,
                          'US', 'PERSONAL', c.visibility, ?, ?, ?
                        from conversations.conversations c where c.id = ? returning id
                        """)
                .params(author.value(), at(when), at(when), words, conversation.value())
                .query(Long.class)
                .single();
        follows(conversation, id, when);
        return MessageId.of(id);
    }

    /** What was read in a message; the intents are names of constants. */
    public void reads(MessageId message, String polarity, int urgency, String... intents) {
        jdbc.sql("""
                        insert into understanding.readings (message_id, revision, understood, language, polarity,
                          confidence, intents, urgency, reasons, rules, model, catalogue, read_at)
                        values (?, 1, true, 'en', ?, 0.9, ?, ?, '{}', 'test', 'test', 1, ?)
                        """)
                .params(message.value(), polarity, intents, urgency, at(NOON))
                .update();
    }

    /** Why somebody turns to us, as the reader would have said it; {@code reason} is a reason's key. */
    public void turnsToUsFor(MessageId message, String reason) {
        jdbc.sql("update understanding.readings set reason = ? where message_id = ?")
                .params(reason, message.value())
                .update();
    }

    /** A message in a language that nobody reads here; {@code und} when not even that can be told. */
    public void cannotBeRead(MessageId message, String language) {
        jdbc.sql("""
                        insert into understanding.readings (message_id, revision, understood, language, polarity,
                          confidence, intents, urgency, reasons, rules, model, catalogue, read_at)
                        values (?, 1, false, ?, null, 0, '{}', 0, '{}', 'test', 'test', 1, ?)
                        """).params(message.value(), language, at(NOON)).update();
    }

    /** An opinion about an entry of the catalogue: {@code target} and {@code quote} as they stand in the words. */
    public void judges(MessageId message, String kind, long targetId, String target, String polarity, String quote) {
        String words = jdbc.sql("select words from conversations.messages where id = ?")
                .params(message.value())
                .query(String.class)
                .single();
        int quoteFrom = words.indexOf(quote);
        int targetFrom = Math.max(quoteFrom, words.indexOf(target));
        jdbc.sql("""
                        insert into understanding.opinions (message_id, revision, position, target_kind, target_id, target_name,
                          polarity, confidence, target_from, target_to, quote_from, quote_to, evidence)
                        values (?, 1, (select count(*) + 1 from understanding.opinions where message_id = ?), ?, ?, ?, ?, 0.9,
                          ?, ?, ?, ?, '{}')
                        """)
                .params(
                        message.value(),
                        message.value(),
                        kind,
                        targetId,
                        target,
                        polarity,
                        targetFrom,
                        targetFrom + target.length(),
                        quoteFrom,
                        quoteFrom + quote.length())
                .update();
    }

    private void follows(ConversationId conversation, long message, Instant when) {
        jdbc.sql("""
                        update conversations.conversations set message_count = message_count + 1, last_message_id = ?,
                          last_said_at = ? where id = ?
                        """).params(message, at(when), conversation.value()).update();
    }

    private static java.time.OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}

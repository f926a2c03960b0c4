package dev.rapport.channels;

import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the outbox and the only ways from one state to another. */
@Component
class OutboxStore {

    /** What remains of a reply: that it was sent, when, and the id by which its echo is known. */
    static final String FORGOTTEN = """
            recipients = '{}', title = null, words = '', in_reply_to = null, earlier = '{}', thread_token = null, uri = null,
            why = null, state = case when o.state = 'QUEUED' then 'TAKEN_BACK' else o.state end, changed_at = now()
            """;

    private static final String REPLY = """
            key, inbox_id, conversation_id, message_id, recipients, title, words, in_reply_to, earlier, thread_token,
            visibility, written_at, tries, looks, queued_at, unsure_at
            """;
    private static final String STATE = """
            key, inbox_id, conversation_id, message_id, state, not_before, tries, ask_person, why, sent_at
            """;

    private final Sql sql;

    OutboxStore(Sql sql) {
        this.sql = sql;
    }

    Instant insert(QueueReply queue, Duration undo) {
        Reply reply = queue.reply();
        return sql.sql("""
                insert into channels.outbox (key, inbox_id, conversation_id, message_id, recipients, title, words,
                  in_reply_to, earlier, thread_token, visibility, written_at, not_before)
                values (:key, :inbox, :conversation, :message, cast(array[:recipients] as text[]), :title, :words,
                  :inReplyTo, cast(array[:earlier] as text[]), :token, :visibility, :writtenAt,
                  now() + make_interval(secs => :undo))
                returning not_before
                """)
                .param("key", reply.key())
                .param("inbox", queue.inbox())
                .param("conversation", queue.conversation())
                .param("message", queue.message())
                .param("recipients", reply.to())
                .param("title", reply.title())
                .param("words", reply.text())
                .param("inReplyTo", reply.inReplyTo())
                .param("earlier", reply.references())
                .param("token", reply.threadToken())
                .param("visibility", reply.visibility())
                .param("writtenAt", reply.writtenAt())
                .param("undo", undo.toMillis() / 1000.0)
                .single((row, n) -> at(row, "not_before").orElseThrow());
    }

    boolean takeBack(UUID key) {
        return to(key, "TAKEN_BACK", "state = 'QUEUED'", null);
    }

    /** Empties replies to somebody who was erased; one that has not left is taken back. */
    void forget(Collection<UUID> keys) {
        sql.sql("update channels.outbox o set " + FORGOTTEN + " where o.key = any(:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .update();
    }

    /**
     * The reply that has waited longest, claimed to be sent; empty when none is due. Replies of one conversation leave in
     * their order, those of an inbox that is stopped or signed out wait.
     */
    Optional<ClaimedReply> claimDue(Claimant by, Duration lease) {
        return sql.sql("""
                update channels.outbox
                set state = 'SENDING', tries = tries + 1, claimed_by = :by,
                    claimed_until = now() + make_interval(secs => :lease), changed_at = now()
                where key = (
                  select o.key from channels.outbox o
                  join channels.inboxes i on i.id = o.inbox_id and i.state in ('OK', 'EXPIRING', 'BROKEN')
                  where o.state = 'QUEUED' and o.not_before <= now()
                    and not exists (
                      select from channels.outbox e
                      where e.conversation_id = o.conversation_id and e.state in ('QUEUED', 'SENDING')
                        and (e.queued_at, e.key) < (o.queued_at, o.key))
                  order by o.not_before, o.key
                  for update of o skip locked limit 1)
                returning
                """ + REPLY)
                .param("by", by.toString())
                .param("lease", lease.toSeconds())
                .optional(OutboxStore::claimed);
    }

    /** An unsure reply whose channel has to be asked whether it arrived; held so that nobody else asks meanwhile. */
    Optional<ClaimedReply> claimUnsure(Claimant by, Duration lease) {
        return sql.sql("""
                update channels.outbox
                set looks = looks + 1, claimed_by = :by, claimed_until = now() + make_interval(secs => :lease)
                where key = (
                  select o.key from channels.outbox o
                  join channels.inboxes i on i.id = o.inbox_id and i.state in ('OK', 'EXPIRING', 'BROKEN')
                  where o.state = 'UNSURE' and o.not_before <= now() and o.looks < 6
                    and (o.claimed_until is null or o.claimed_until < now())
                  order by o.not_before, o.key
                  for update of o skip locked limit 1)
                returning
                """ + REPLY)
                .param("by", by.toString())
                .param("lease", lease.toSeconds())
                .optional(OutboxStore::claimed);
    }

    /** A SENDING row whose sender is dead or out of time is UNSURE: nobody knows how far it came. */
    int abandon(Collection<String> dead) {
        return sql.sql("""
                update channels.outbox
                set state = 'UNSURE', why = 'It was being sent when the program stopped.', not_before = now(), looks = 0,
                    unsure_at = now(), claimed_by = null, claimed_until = null, changed_at = now()
                where state = 'SENDING' and (claimed_until < now() or claimed_by in (:dead))
                """).param("dead", dead.isEmpty() ? List.of("") : dead).update();
    }

    List<String> claimants() {
        return sql.sql(
                        "select distinct claimed_by from channels.outbox where state = 'SENDING' and claimed_by is not null")
                .list((row, n) -> row.getString(1));
    }

    boolean sent(UUID key, Sent sent, @Nullable UserId decidedBy) {
        return sql.sql("""
                        update channels.outbox
                        set state = 'SENT', remote_id = :remote, uri = :uri, sent_at = :at, why = null, ask_person = false,
                            decided_by = :user, claimed_by = null, claimed_until = null, changed_at = now()
                        where key = :key and state in ('SENDING', 'UNSURE', 'PENDING')
                        """)
                        .param("key", key)
                        .param("remote", sent.remoteId())
                        .param("uri", sent.uri())
                        .param("at", sent.at())
                        .param("user", decidedBy)
                        .update()
                == 1;
    }

    void told(UUID key) {
        sql.sql("update channels.outbox set told = true where key = :key and state = 'SENT'")
                .param("key", key)
                .updateOne();
    }

    /** A reply that was sent although its conversation could not be told so. */
    record Untold(InboxId inbox, UUID key, Sent sent) {}

    List<Untold> untold() {
        return sql.sql("""
                select inbox_id, key, remote_id, uri, sent_at from channels.outbox
                where state = 'SENT' and not told order by sent_at limit 100
                """)
                .list((row, n) -> new Untold(
                        new InboxId(row.getLong("inbox_id")),
                        row.getObject("key", UUID.class),
                        new Sent(
                                row.getString("remote_id"),
                                row.getString("uri"),
                                at(row, "sent_at").orElseThrow())));
    }

    boolean refuse(UUID key, String why) {
        return to(key, "REFUSED", "state = 'SENDING'", why);
    }

    boolean unsure(UUID key, String why) {
        return to(key, "UNSURE", "state = 'SENDING'", why);
    }

    boolean pending(UUID key, String why) {
        return to(key, "PENDING", "state = 'SENDING'", why);
    }

    /** The pending reply whose place has to be asked whether it is posted meanwhile. */
    Optional<ClaimedReply> claimPending(Claimant by, Duration lease) {
        return sql.sql("""
                update channels.outbox
                set looks = looks + 1, claimed_by = :by, claimed_until = now() + make_interval(secs => :lease)
                where key = (
                  select o.key from channels.outbox o
                  join channels.inboxes i on i.id = o.inbox_id and i.state in ('OK', 'EXPIRING', 'BROKEN')
                  where o.state = 'PENDING' and o.not_before <= now()
                    and (o.claimed_until is null or o.claimed_until < now())
                  order by o.not_before, o.key
                  for update of o skip locked limit 1)
                returning
                """ + REPLY)
                .param("by", by.toString())
                .param("lease", lease.toSeconds())
                .optional(OutboxStore::claimed);
    }

    /** It is not posted yet: it is looked for again, or given up when it has waited too long. */
    void stillPending(UUID key, Duration wait, boolean givenUp, String why) {
        sql.sql("""
                update channels.outbox
                set state = case when :over then 'REFUSED' else 'PENDING' end, why = :why,
                    not_before = now() + make_interval(secs => :wait), claimed_by = null, claimed_until = null
                where key = :key and state = 'PENDING'
                """)
                .param("key", key)
                .param("over", givenUp)
                .param("why", why)
                .param("wait", wait.toSeconds())
                .update();
    }

    /** It is not there yet, and may be on its way: the channel is asked again. */
    void lookLater(UUID key, Duration wait) {
        sql.sql("""
                update channels.outbox
                set looks = looks - 1, not_before = now() + make_interval(secs => :wait), claimed_by = null,
                    claimed_until = null
                where key = :key and state = 'UNSURE'
                """).param("key", key).param("wait", wait.toMillis() / 1000.0).update();
    }

    /** Certainly not sent: it waits for another attempt. */
    boolean again(UUID key, @Nullable String why, Duration wait, @Nullable UserId decidedBy) {
        return sql.sql("""
                        update channels.outbox
                        set state = 'QUEUED', why = :why, not_before = now() + make_interval(secs => :wait), looks = 0,
                            ask_person = false, decided_by = :user, claimed_by = null, claimed_until = null,
                            changed_at = now()
                        where key = :key and state in ('SENDING', 'UNSURE')
                        """)
                        .param("key", key)
                        .param("why", why)
                        .param("wait", wait.toMillis() / 1000.0)
                        .param("user", decidedBy)
                        .update()
                == 1;
    }

    /**
     * The channel cannot tell: it is asked again later, and a person now.
     *
     * @return true when a person had not been asked yet
     */
    boolean askPerson(UUID key, String why, Duration lookAgain) {
        return sql.sql("""
                update channels.outbox o
                set ask_person = true, why = :why, not_before = now() + make_interval(secs => :wait),
                    claimed_by = null, claimed_until = null, changed_at = now()
                from (select key, ask_person from channels.outbox where key = :key for update) before
                where o.key = before.key and o.state = 'UNSURE'
                returning before.ask_person
                """)
                .param("key", key)
                .param("why", why)
                .param("wait", lookAgain.toMillis() / 1000.0)
                .optional((row, n) -> !row.getBoolean(1))
                .orElse(false);
    }

    Optional<QueuedReply> find(UUID key) {
        return sql.sql("select " + STATE + " from channels.outbox where key = :key")
                .param("key", key)
                .optional(OutboxStore::state);
    }

    List<QueuedReply> ofConversation(long conversation) {
        return sql.sql("select " + STATE + " from channels.outbox where conversation_id = :id order by queued_at, key")
                .param("id", conversation)
                .list(OutboxStore::state);
    }

    Optional<ClaimedReply> reply(UUID key) {
        return sql.sql("select " + REPLY + " from channels.outbox where key = :key")
                .param("key", key)
                .optional(OutboxStore::claimed);
    }

    private boolean to(UUID key, String state, String from, @Nullable String why) {
        return sql.sql("""
                        update channels.outbox
                        set state = :state, why = :why, not_before = now(), claimed_by = null, claimed_until = null,
                            unsure_at = case when :state = 'UNSURE' then now() end, changed_at = now()
                        where key = :key and
                        """ + " " + from)
                        .param("key", key)
                        .param("state", state)
                        .param("why", why)
                        .update()
                == 1;
    }

    private static ClaimedReply claimed(ResultSet row, int number) throws SQLException {
        Reply reply = new Reply(
                row.getObject("key", UUID.class),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("title"),
                row.getString("words"),
                row.getString("in_reply_to"),
                List.of((String[]) row.getArray("earlier").getArray()),
                row.getString("thread_token"),
                Heard.Visibility.valueOf(row.getString("visibility")),
                at(row, "written_at").orElseThrow());
        return new ClaimedReply(
                new InboxId(row.getLong("inbox_id")),
                row.getLong("conversation_id"),
                row.getLong("message_id"),
                reply,
                row.getInt("tries"),
                row.getInt("looks"),
                at(row, "queued_at").orElseThrow(),
                at(row, "unsure_at").orElse(null));
    }

    private static QueuedReply state(ResultSet row, int number) throws SQLException {
        return new QueuedReply(
                row.getObject("key", UUID.class),
                new InboxId(row.getLong("inbox_id")),
                row.getLong("conversation_id"),
                row.getLong("message_id"),
                ReplyState.valueOf(row.getString("state")),
                at(row, "not_before").orElseThrow(),
                row.getInt("tries"),
                row.getBoolean("ask_person"),
                row.getString("why"),
                at(row, "sent_at").orElse(null));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

package dev.rapport.conversations;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages handed in by programs, and the files that came with messages. */
@Service
public class Messages {

    /** A file that came with a message. */
    public record File(@Nullable String name, @Nullable String type, byte[] content) {}

    /**
     * Where a message stands.
     *
     * @param profile who said it; empty for what we wrote here ourselves
     */
    public record Placed(
            MessageId id,
            ConversationId conversation,
            @Nullable ProfileId profile) {}

    /** A value that was not taken, by its place among those given (the first is 1). */
    public record Refused(int position, String why) {}

    /**
     * What became of handed-in messages.
     *
     * @param ids of all messages taken, now or before, in the order given
     */
    public record Taken(int added, int repeated, List<Long> ids, List<Refused> refused) {}

    private final Intake intake;
    private final Inboxes inboxes;
    private final Sql sql;

    Messages(Intake intake, Inboxes inboxes, Sql sql) {
        this.intake = intake;
        this.inboxes = inboxes;
        this.sql = sql;
    }

    /**
     * Takes messages in the neutral form, each once by (inbox, id, revision); a bad one is refused by its position and the
     * rest is taken. When this returns they are stored for good; they are read a moment later.
     *
     * @param inbox the inbox's name; it is made when there is none
     */
    @Transactional
    public Taken take(String inbox, List<Map<String, Object>> given, boolean history) {
        String network = inbox.strip().toLowerCase(Locale.ROOT);
        List<Heard> heard = new ArrayList<>(given.size());
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                heard.add(HeardForm.read(given.get(i), network));
            } catch (IllegalArgumentException e) {
                refused.add(new Refused(i + 1, String.valueOf(e.getMessage())));
            }
        }
        if (heard.isEmpty()) {
            return new Taken(0, 0, List.of(), refused);
        }
        InboxId id = inboxes.findOrMake("api", inbox.strip(), network);
        Intake.Accepted accepted = intake.accept(id, heard, history);
        return new Taken(accepted.added(), accepted.repeated(), ids(id, heard), refused);
    }

    /** The message that an inbox of this name knows by this id; empty until it is placed. */
    @Transactional(readOnly = true)
    public Optional<Placed> find(String inbox, String remoteId) {
        return sql.sql("""
                select distinct m.id, m.conversation_id as conversation, m.profile_id as profile
                from conversations.heard h
                join conversations.messages m on m.id = h.message_id
                join channels.inboxes i on i.id = h.inbox_id
                where i.name = :inbox and h.remote_id = :remote
                """).param("inbox", inbox).param("remote", remoteId).optional(Placed.class);
    }

    /** A file's bytes; empty when there is none or its message was deleted or hidden. */
    @Transactional(readOnly = true)
    public Optional<File> file(long id) {
        return sql.sql("""
                select f.name, f.type, f.content from conversations.files f
                join conversations.messages m on m.id = f.message_id
                where f.id = :id and f.content is not null and m.deleted_at is null and m.hidden_at is null
                """)
                .param("id", id)
                .optional((row, n) -> new File(row.getString(1), row.getString(2), row.getBytes(3)));
    }

    private List<Long> ids(InboxId inbox, List<Heard> heard) {
        Map<String, Long> byRemoteId = new java.util.HashMap<>();
        sql.sql("""
                select remote_id, message_id from conversations.heard where inbox_id = :inbox and remote_id in (:ids)
                """)
                .param("inbox", inbox)
                .param("ids", heard.stream().map(Heard::id).distinct().toList())
                .list((row, n) -> byRemoteId.put(row.getString(1), row.getLong(2)));
        return heard.stream()
                .map(one -> java.util.Objects.requireNonNull(byRemoteId.get(one.id())))
                .toList();
    }
}

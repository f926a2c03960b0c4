package dev.rapport.conversations;

import dev.rapport.channels.Outbox;
import dev.rapport.channels.spi.Author;
import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What somebody said, and what was said to them. Erased, the fact stays that something was said, with its reading; words,
 * files, names and the keys by which it could be found elsewhere go.
 */
@Component
class ConversationsPersonalData implements PersonalDataHolder {

    private static final Set<String> TABLES = Set.of(
            "conversations.batches",
            "conversations.conversations",
            "conversations.files",
            "conversations.heard",
            "conversations.messages",
            "conversations.parked",
            "conversations.profiles",
            "conversations.revisions");

    private static final String THEIRS = """
            (select distinct conversation_id from conversations.messages where profile_id = any(:profiles))
            """;

    /** Our side of what is private with them, answers to what they said, and whatever is addressed to them. */
    private static final String TO_THEM = """
            m.side = 'US' and m.conversation_id in %s
              and (m.visibility = 'PRIVATE'
                   or m.in_reply_to in (select remote_id from conversations.messages
                                        where profile_id = any(:profiles) and remote_id is not null)
                   or exists (select from unnest(m.addressees) a
                              where lower(a) = any(:addressed) or '@' || lower(a) = any(:addressed)))
            """.formatted(THEIRS);

    private static final List<HeldSection> SECTIONS = List.of(
            new HeldSection("profiles", """
                    select network, author_key as id, handle, name, bio, location, website, followers, first_heard_at
                    from conversations.profiles where id = any(:profiles) and author_key not like 'erased:%' order by id
                    """),
            new HeldSection("messages", """
                    select m.said_at, i.name as inbox, m.visibility, m.title, m.words, m.original, m.html, m.addressees,
                      m.language, m.uri, m.place_name as place, m.location, m.rating, m.likes, m.reposts, m.replies, m.views
                    from conversations.messages m left join channels.inboxes i on i.id = m.inbox_id
                    where m.profile_id = any(:profiles) and m.deleted_at is null order by m.said_at, m.id
                    """),
            new HeldSection("earlier_wordings", """
                    select m.said_at, r.worded_at as until, r.title, r.words
                    from conversations.revisions r join conversations.messages m on m.id = r.message_id
                    where m.profile_id = any(:profiles) order by r.message_id, r.revision
                    """),
            new HeldSection("files", """
                    select m.said_at, f.name, f.type, f.size, f.uri, encode(f.content, 'base64') as content
                    from conversations.files f join conversations.messages m on m.id = f.message_id
                    where m.profile_id = any(:profiles) order by f.message_id, f.position
                    """),
            new HeldSection("replies", """
                    select m.said_at, m.visibility, m.title, m.words, m.addressees
                    from conversations.messages m where m.deleted_at is null and
                    """ + TO_THEM + " order by m.said_at, m.id"));

    private static final List<String> GATHER = List.of(
            """
            create temp table if not exists erased_messages (id bigint primary key, inbox_id bigint, remote_id text,
              is_theirs boolean not null) on commit drop
            """,
            "delete from erased_messages",
            """
            insert into erased_messages select id, inbox_id, remote_id, true
            from conversations.messages where profile_id = any(:profiles)
            """,
            """
            insert into erased_messages select m.id, m.inbox_id, m.remote_id, false
            from conversations.messages m
            where exists (select from erased_messages e where e.inbox_id = m.inbox_id and e.remote_id = m.repost_of)
              and m.repost_of is not null
            on conflict (id) do nothing
            """,
            "insert into erased_messages select m.id, m.inbox_id, m.remote_id, false from conversations.messages m where "
                    + TO_THEM + " on conflict (id) do nothing");

    /** The order matters: others' words are found by what the profiles still say. */
    private static final List<String> ERASE = List.of(
            """
            update conversations.revisions r
            set title = conversations.masked(r.title, :addressed), words = conversations.masked(r.words, :addressed), html = null
            where r.message_id in (
              select m.id from unnest(:addressed::text[]) as called (word)
              join conversations.messages m on m.search @@ plainto_tsquery('simple', called.word)
              union
              select m.id from conversations.messages m where m.conversation_id in %s)
            """.formatted(THEIRS),
            """
            update conversations.messages m
            set title = conversations.masked(m.title, :addressed), words = conversations.masked(m.words, :addressed),
                html = null, original = null
            where m.id in (
              select m.id from unnest(:addressed::text[]) as called (word)
              join conversations.messages m on m.search @@ plainto_tsquery('simple', called.word))
            """,
            """
            update conversations.messages m
            set html = null, original = null,
                in_reply_to = case when m.in_reply_to in (select remote_id from erased_messages where is_theirs) then null
                                   else m.in_reply_to end
            where m.conversation_id in %s
            """.formatted(THEIRS),
            """
            update conversations.messages m
            set addressees = array(select a from unnest(m.addressees) a
                                   where lower(a) <> all(:addressed) and '@' || lower(a) <> all(:addressed))
            where exists (select from unnest(m.addressees) a where lower(a) = any(:addressed) or '@' || lower(a) = any(:addressed))
            """,
            "delete from conversations.files where message_id in (select id from erased_messages)",
            "delete from conversations.revisions where message_id in (select id from erased_messages)",
            "delete from conversations.parked where message_id in (select id from erased_messages)",
            """
            delete from conversations.heard h using erased_messages e
            where e.is_theirs and h.inbox_id = e.inbox_id and h.remote_id = e.remote_id
            """,
            """
            update conversations.batches set failure = null
            where failure is not null and id in (select m.batch_id from conversations.messages m join erased_messages e on e.id = m.id)
            """,
            """
            update conversations.conversations c set title = null, thread_key = 'erased:' || c.id
            where (c.profile_id = any(:profiles) or (c.visibility = 'PRIVATE' and c.id in %s))
              and c.thread_key not like 'erased:%%'
            """.formatted(THEIRS),
            """
            update conversations.messages m
            set title = null, words = '', html = null, original = null, addressees = '{}', in_reply_to = null, repost_of = null,
                uri = null, place_kind = null, place_id = null, place_name = null, location = null, file_count = 0,
                remote_id = case when e.is_theirs then null else m.remote_id end, hidden_why = null,
                deleted_at = coalesce(m.deleted_at, :at)
            from erased_messages e
            where m.id = e.id and (m.words <> '' or m.remote_id is not null or m.deleted_at is null)
            """,
            """
            update conversations.profiles
            set author_key = 'erased:' || gen_random_uuid(), provisional = false, handle = null, name = null, bio = null,
                location = null, website = null, followers = null, verified = false, erased_at = :at
            where id = any(:profiles) and author_key not like 'erased:%'
            """,
            "drop table erased_messages");

    private final SubjectSql sql;
    private final JdbcTemplate jdbc;
    private final ErasesWaiting waiting;
    private final ErasedAuthors authors;
    private final Outbox outbox;

    ConversationsPersonalData(
            SubjectSql sql, JdbcTemplate jdbc, ErasesWaiting waiting, ErasedAuthors authors, Outbox outbox) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.authors = authors;
        this.outbox = outbox;
    }

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public List<HeldSection> sections() {
        return SECTIONS;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        authors.tombstones().set(keys(subject), at);
        int erased = waiting.erase(subject);
        if (subject.profiles().isEmpty()) {
            return erased;
        }
        sql.run(GATHER, subject, at);
        outbox.forget(sql.list("""
                select m.reply_key from conversations.messages m join erased_messages e on e.id = m.id
                where m.reply_key is not null
                """, subject, UUID.class));
        return erased + sql.run(ERASE, subject, at);
    }

    @Override
    public Optional<Tombstones> tombstones() {
        return Optional.of(authors.tombstones());
    }

    @Override
    public Subject recognise(Predicate<TombstoneKey> isErased) {
        Set<ProfileId> profiles = new HashSet<>();
        Set<Subject.Voice> voices = new HashSet<>();
        jdbc.query("select id, network, author_key, handle from conversations.profiles", row -> {
            Subject.Voice voice = new Subject.Voice(row.getString(2), row.getString(3), row.getString(4));
            if (isErased.test(TombstoneKey.author(voice.network(), voice.key()))) {
                profiles.add(new ProfileId(row.getLong(1)));
                voices.add(voice);
            }
        });
        return Subject.ofProfiles(profiles, voices);
    }

    /** Both keys a network's author may come by, and the addresses as authors of mail. */
    private static Set<TombstoneKey> keys(Subject subject) {
        Set<TombstoneKey> keys = new HashSet<>();
        for (Subject.Voice voice : subject.voices()) {
            keys.add(TombstoneKey.author(voice.network(), voice.key()));
            if (voice.handle() != null) {
                String handle = AuthorKey.provisionalKey(Author.ofHandle(voice.network(), voice.handle()));
                keys.add(TombstoneKey.author(voice.network(), handle));
            }
        }
        subject.addresses().forEach(address -> keys.add(TombstoneKey.author("mail", address)));
        return keys;
    }
}

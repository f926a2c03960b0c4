package dev.rapport.channels;

import dev.rapport.shared.Clues;
import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Sql;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What was sent to somebody, and what came from them and could not be read or has not been yet. */
@Component
class ChannelsPersonalData implements PersonalDataHolder {

    private static final Set<String> TABLES = Set.of(
            "channels.outbox",
            "channels.unreadable",
            "channels.deliveries",
            "channels.looks",
            "channels.media",
            "channels.searches");

    private static final String TO_THEM = """
            o.recipients <> '{}' and exists (
              select from unnest(o.recipients) r
              where lower(r) = any(:addresses) or exists (
                select from channels.inboxes i, unnest(:networks::text[], :keys::text[], :handles::text[]) as v (network, key, handle)
                where i.id = o.inbox_id and i.network = v.network and lower(ltrim(r, '@')) in (lower(v.key), lower(v.handle))))
            """;

    /** Messages of theirs that would be looked at again, and files of theirs that would be fetched. */
    private static final String BY_THEM = """
             t where exists (
              select from channels.inboxes i, unnest(:networks::text[], :keys::text[], :handles::text[]) as v (network, key, handle)
              where i.id = t.inbox_id and i.network = v.network
                and lower(t.author_key) in (lower(v.key), '@' || lower(v.handle)))
            """;

    /** Searches for their account. */
    private static final String FOR_THEM = """
            delete from channels.searches t where t.kind = 'ACCOUNT' and exists (
              select from channels.inboxes i, unnest(:networks::text[], :keys::text[], :handles::text[]) as v (network, key, handle)
              where i.id = t.inbox_id and i.network = v.network
                and lower(ltrim(t.query, '@')) in (lower(v.key), lower(v.handle)))
            """;

    private static final List<HeldSection> SECTIONS =
            List.of(new HeldSection("sent", """
            select o.written_at, o.state, o.recipients, o.title, o.words, o.sent_at from channels.outbox o where
            """ + TO_THEM + " order by o.written_at, o.key"));

    private static final List<HeldSection> ONGOING = List.of(new HeldSection(
            "replies_on_their_way",
            "select from channels.outbox o where o.state in ('QUEUED', 'SENDING', 'UNSURE', 'PENDING') and "
                    + TO_THEM));

    private final SubjectSql subjects;
    private final Sql sql;

    ChannelsPersonalData(SubjectSql subjects, Sql sql) {
        this.subjects = subjects;
        this.sql = sql;
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
    public List<HeldSection> ongoing() {
        return ONGOING;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        String forget = "update channels.outbox o set " + OutboxStore.FORGOTTEN + " where " + TO_THEM;
        List<String> all = List.of(
                forget, FOR_THEM, "delete from channels.looks" + BY_THEM, "delete from channels.media" + BY_THEM);
        return subjects.run(all, subject, at) + eraseUnreadable(subject);
    }

    /** Looks into one item at a time: they are few, and each may be large. */
    private int eraseUnreadable(Subject subject) {
        Pattern clues = Clues.of(subject).forJava().orElse(null);
        if (clues == null) {
            return 0;
        }
        int erased = 0;
        for (Long id : sql.sql("select id from channels.unreadable order by id").list(Long.class)) {
            String look = "select raw, remote_id || ' ' || why from channels.unreadable where id = :id";
            erased += isTheirs(look, id, clues) ? remove("delete from channels.unreadable where id = :id", id) : 0;
        }
        for (Long id : sql.sql("select id from channels.deliveries where state <> 'TAKEN' order by id")
                .list(Long.class)) {
            String look = """
                    select body, headers::text || query::text || coalesce(why, '') from channels.deliveries where id = :id
                    """;
            erased += isTheirs(look, id, clues) ? remove("delete from channels.deliveries where id = :id", id) : 0;
        }
        return erased;
    }

    private boolean isTheirs(String look, long id, Pattern clues) {
        return sql.sql(look)
                .param("id", id)
                .single((row, number) -> clues.matcher(row.getString(2)).find()
                        || clues.matcher(new String(row.getBytes(1), StandardCharsets.UTF_8))
                                .find());
    }

    private int remove(String statement, long id) {
        return sql.sql(statement).param("id", id).update();
    }
}

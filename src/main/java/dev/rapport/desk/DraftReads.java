package dev.rapport.desk;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.DraftReply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a draft of a reply is made from: the last words of a thread, and the names in it that are not to leave. */
@Component
class DraftReads {

    private static final int LAST = 6;

    private final Sql sql;

    DraftReads(Sql sql) {
        this.sql = sql;
    }

    DraftReply question(ThreadHead head, @Nullable Integer room, SignedIn user) {
        Set<String> names = names(head.id());
        names.add(user.name());
        names.add(head.who());
        names.removeIf(String::isBlank);
        return new DraftReply(lines(head.id()), head.who(), names, head.inbox(), !head.isPublic(), room);
    }

    private List<DraftReply.Line> lines(long conversation) {
        List<DraftReply.Line> newestFirst = sql.sql("""
                        select side = 'US' as ours, words from conversations.messages
                        where conversation_id = :conversation and deleted_at is null and hidden_at is null and words <> ''
                        order by said_at desc, id desc limit :last
                        """)
                .param("conversation", conversation)
                .param("last", LAST)
                .list((row, n) -> new DraftReply.Line(row.getBoolean("ours"), row.getString("words")));
        return newestFirst.reversed();
    }

    /** Of everybody who speaks in the thread, here or there: as they are called, and their handles. */
    private Set<String> names(long conversation) {
        return new HashSet<>(sql.sql("""
                        select distinct called.name
                        from conversations.messages m
                        left join conversations.profiles p on p.id = m.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join access.users u on u.id = m.user_id
                        cross join lateral unnest(array[p.name, p.handle, human.name, u.name]) as called (name)
                        where m.conversation_id = :conversation and called.name is not null
                        """).param("conversation", conversation).list(String.class));
    }
}

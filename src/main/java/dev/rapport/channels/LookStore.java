package dev.rapport.channels;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that are looked at again where they were said: after 5 minutes, half an hour, 2 hours, 12 hours and 3 days. */
@Component
class LookStore {

    private static final int TOGETHER = 25;

    private final Sql sql;

    LookStore(Sql sql) {
        this.sql = sql;
    }

    /** A message to look at, and how often that was done. */
    record Look(Known known, int looks) {}

    /** Remembers messages of the last days; whoever is older is hardly changed any more. */
    void keep(InboxId inbox, List<Item.Read> fresh) {
        for (Item.Read one : fresh) {
            Heard heard = one.heard();
            String author = heard.author().id();
            if (author == null || heard.kind() != Heard.Kind.SAID) {
                continue;
            }
            sql.sql("""
                    insert into channels.looks
                      (inbox_id, remote_id, local_id, revision, author_key, visibility, said_at, look_at)
                    select :inbox, :remote, :local, :revision, :author, :visibility, :said, now() + interval '5 minutes'
                    where cast(:said as timestamptz) > now() - interval '3 days'
                    on conflict (inbox_id, remote_id) do update set revision = excluded.revision
                    """)
                    .param("inbox", inbox)
                    .param("remote", heard.id())
                    .param("local", one.local())
                    .param("revision", heard.revision())
                    .param("author", author)
                    .param("visibility", heard.visibility())
                    .param("said", heard.saidAt())
                    .update();
        }
    }

    /** Those whose time has come, a few at a time. */
    List<Look> due(InboxId inbox, String network) {
        return sql.sql("""
                select remote_id, local_id, revision, author_key, visibility, said_at, looks from channels.looks
                where inbox_id = :inbox and look_at <= now() order by look_at limit :most
                """)
                .param("inbox", inbox)
                .param("most", TOGETHER)
                .list((row, n) -> new Look(
                        new Known(
                                row.getString("remote_id"),
                                row.getString("revision"),
                                row.getString("local_id"),
                                Author.of(network, row.getString("author_key"), null, null),
                                Heard.Visibility.valueOf(row.getString("visibility")),
                                row.getObject("said_at", OffsetDateTime.class).toInstant()),
                        row.getInt("looks")));
    }

    void revised(InboxId inbox, Heard heard) {
        sql.sql("""
                update channels.looks set revision = :revision where inbox_id = :inbox and remote_id = :remote
                """)
                .param("inbox", inbox)
                .param("remote", heard.id())
                .param("revision", heard.revision())
                .update();
    }

    /** They were looked at: the next time is later, and after the last, or when a message is gone, there is none. */
    void looked(InboxId inbox, List<Look> looked, Set<String> gone) {
        sql.sql("""
                delete from channels.looks
                where inbox_id = :inbox and remote_id = any(:ids) and (looks >= 4 or remote_id = any(:gone))
                """)
                .param("inbox", inbox)
                .param("ids", ids(looked))
                .param("gone", gone.toArray(String[]::new))
                .update();
        sql.sql("""
                update channels.looks
                set looks = looks + 1,
                    look_at = now() + (array['30 minutes', '2 hours', '12 hours', '3 days'])[looks + 1]::interval
                where inbox_id = :inbox and remote_id = any(:ids)
                """).param("inbox", inbox).param("ids", ids(looked)).update();
    }

    /** They could not be looked at now. */
    void postpone(InboxId inbox, List<Look> due) {
        sql.sql("""
                update channels.looks set look_at = now() + interval '1 hour'
                where inbox_id = :inbox and remote_id = any(:ids)
                """).param("inbox", inbox).param("ids", ids(due)).update();
    }

    private static String[] ids(Collection<Look> looks) {
        return looks.stream().map(one -> one.known().id()).toArray(String[]::new);
    }
}

package dev.rapport.channels;

import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that came as links and wait to be fetched. */
@Component
class MediaStore {

    private final Sql sql;

    MediaStore(Sql sql) {
        this.sql = sql;
    }

    /** A file to fetch, and how often that was tried, this time included. */
    record Due(
            long id,
            InboxId inbox,
            String remoteId,
            String uri,
            @Nullable String name,
            @Nullable String contentId,
            int tries) {}

    void keep(InboxId inbox, List<Item.Read> items) {
        for (Item.Read item : items) {
            for (Media one : item.heard().media()) {
                if (one.uri() != null && one.content() == null && one.note() == null) {
                    keep(inbox, item.heard(), one);
                }
            }
        }
    }

    private void keep(InboxId inbox, Heard heard, Media one) {
        String author = heard.author().id();
        sql.sql("""
                insert into channels.media (inbox_id, remote_id, author_key, uri, name, content_id)
                values (:inbox, :remote, :author, :uri, :name, :contentId)
                """)
                .param("inbox", inbox)
                .param("remote", heard.id())
                .param(
                        "author",
                        author == null
                                ? "@"
                                        + Objects.requireNonNullElse(
                                                heard.author().handle(), "")
                                : author)
                .param("uri", one.uri())
                .param("name", one.name())
                .param("contentId", one.contentId())
                .update();
    }

    /** The file that has waited longest; while it is fetched nobody else takes it. */
    Optional<Due> claim(Duration lease) {
        return sql.sql("""
                update channels.media set tries = tries + 1, due_at = now() + make_interval(secs => :lease)
                where id = (
                  select id from channels.media where due_at <= now() order by due_at, id for update skip locked limit 1)
                returning id, inbox_id, remote_id, uri, name, content_id, tries
                """)
                .param("lease", lease.toSeconds())
                .optional((row, n) -> new Due(
                        row.getLong("id"),
                        new InboxId(row.getLong("inbox_id")),
                        row.getString("remote_id"),
                        row.getString("uri"),
                        row.getString("name"),
                        row.getString("content_id"),
                        row.getInt("tries")));
    }

    void later(long id, Duration wait) {
        sql.sql("update channels.media set due_at = now() + make_interval(secs => :wait) where id = :id")
                .param("id", id)
                .param("wait", wait.toSeconds())
                .update();
    }

    void done(long id) {
        sql.sql("delete from channels.media where id = :id").param("id", id).update();
    }
}

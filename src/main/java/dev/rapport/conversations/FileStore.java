package dev.rapport.conversations;

import dev.rapport.channels.spi.Media;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Files and pictures that came with messages. */
@Repository
class FileStore {

    private final Sql sql;

    FileStore(Sql sql) {
        this.sql = sql;
    }

    void keep(long messageId, List<Media> media) {
        for (int position = 0; position < media.size(); position++) {
            Media one = media.get(position);
            sql.sql("""
                    insert into conversations.files
                      (message_id, position, name, type, size, uri, content_id, content, note)
                    values (:message, :position, :name, :type, :size, :uri, :contentId, :content, :note)
                    """)
                    .param("message", messageId)
                    .param("position", position)
                    .param("name", one.name())
                    .param("type", one.type())
                    .param("size", one.content() == null ? one.size() : Long.valueOf(one.content().length))
                    .param("uri", one.uri())
                    .param("contentId", one.contentId())
                    .param("content", one.content())
                    .param("note", one.note())
                    .update();
        }
    }

    /** Puts the bytes of a file, or the reason why there are none, beside the link it came as. */
    void fill(InboxId inbox, String remoteId, Media file) {
        sql.sql("""
                update conversations.files f
                set content = :content, size = coalesce(:size, f.size), type = coalesce(:type, f.type), note = :note
                from conversations.heard h
                where h.inbox_id = :inbox and h.remote_id = :remote and f.message_id = h.message_id
                  and f.uri = :uri and f.content is null
                """)
                .param("content", file.content())
                .param("size", file.size())
                .param("type", file.type())
                .param("note", file.note())
                .param("inbox", inbox)
                .param("remote", remoteId)
                .param("uri", file.uri())
                .update();
    }
}

package dev.rapport.conversations;

import dev.rapport.channels.spi.Media;
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
}

package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Rating;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.CopyRows;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Messages and their former wordings. */
@Repository
class MessageStore {

    /** A message as a new wording finds it. */
    record Present(long id, int revision, boolean isDeleted) {}

    private static final String COPY = """
            copy conversations.messages (id, batch_id, inbox_id, conversation_id, profile_id, side, manner, visibility,
              remote_id, said_at, said_offset_minutes, heard_at, title, words, html, original, addressees, in_reply_to, repost_of, uri,
              place_kind, place_id, place_name, location, language, rating, rating_best, likes, reposts, replies, views,
              reach_at, file_count, deleted_at) from stdin
            """;

    private final Sql sql;
    private final JdbcTemplate jdbc;

    MessageStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    void insert(Batch batch, Collection<PlacedMessage> messages, Instant heardAt) {
        CopyRows rows = new CopyRows();
        messages.forEach(message -> add(rows, batch, message, heardAt));
        jdbc.execute((Connection connection) -> {
            rows.write(connection, COPY);
            return rows.rows();
        });
    }

    private static void add(CopyRows rows, Batch batch, PlacedMessage message, Instant heardAt) {
        Heard heard = message.heard;
        boolean deleted = heard.kind() == Heard.Kind.DELETED;
        rows.add(message.id).add(batch.id()).add(batch.inbox().value()).add(message.conversationId);
        rows.add(message.profile.id()).add(message.side()).add(heard.manner()).add(heard.visibility());
        rows.add(heard.id()).add(heard.saidAt()).add(heard.saidOffsetMinutes()).add(heardAt);
        rows.add(deleted ? null : heard.title())
                .add(deleted ? "" : heard.text())
                .add(deleted ? null : heard.html());
        rows.add(deleted ? null : heard.original());
        rows.addTexts(heard.addressees())
                .add(heard.inReplyTo())
                .add(heard.repostOf())
                .add(heard.uri());
        Place place = heard.place();
        rows.add(place == null ? null : place.kind()).add(place == null ? null : place.id());
        rows.add(place == null ? null : place.name()).add(heard.location()).add(heard.language());
        Rating rating = heard.rating();
        rows.add(rating == null ? null : rating.given()).add(rating == null ? null : rating.best());
        addReach(rows, heard.reach());
        rows.add(heard.media().size()).add(deleted ? heardAt : null);
        rows.endRow();
    }

    private static void addReach(CopyRows rows, @org.jspecify.annotations.Nullable Reach reach) {
        if (reach == null) {
            rows.add((String) null)
                    .add((String) null)
                    .add((String) null)
                    .add((String) null)
                    .add((String) null);
        } else {
            rows.add(reach.likes())
                    .add(reach.reposts())
                    .add(reach.replies())
                    .add(reach.views())
                    .add(reach.at());
        }
    }

    /** The messages that later wordings speak about, locked. */
    Map<Long, Present> present(Collection<Long> ids) {
        Map<Long, Present> found = new HashMap<>();
        sql.sql("""
                select id, revision, deleted_at is not null as is_deleted from conversations.messages
                where id in (:ids) order by id for update
                """).param("ids", ids).list(Present.class).forEach(one -> found.put(one.id(), one));
        return found;
    }

    /** Keeps the present wording as a former one and puts the new one in its place. */
    void reword(long id, Heard heard, Instant at) {
        sql.sql("""
                insert into conversations.revisions (message_id, revision, title, words, html, worded_at)
                select id, revision, title, words, html, :at from conversations.messages where id = :id
                """).param("id", id).param("at", at).update();
        sql.sql("""
                update conversations.messages
                set revision = revision + 1, title = :title, words = :words, html = :html, original = :original
                where id = :id
                """)
                .param("id", id)
                .param("title", heard.title())
                .param("words", heard.text())
                .param("html", heard.html())
                .param("original", heard.original())
                .updateOne();
    }

    /** Deleted by its author: words and files go, the fact stays. */
    void delete(long id, Instant at) {
        sql.sql("""
                update conversations.messages
                set deleted_at = :at, title = null, words = '', html = null, original = null, file_count = 0 where id = :id
                """).param("id", id).param("at", at).updateOne();
        sql.sql("delete from conversations.revisions where message_id = :id")
                .param("id", id)
                .update();
        sql.sql("delete from conversations.files where message_id = :id")
                .param("id", id)
                .update();
    }

    void countReach(long id, Reach reach) {
        sql.sql("""
                update conversations.messages
                set likes = coalesce(:likes, likes), reposts = coalesce(:reposts, reposts),
                    replies = coalesce(:replies, replies), views = coalesce(:views, views), reach_at = :at
                where id = :id and (reach_at is null or reach_at <= :at)
                """)
                .param("id", id)
                .param("likes", reach.likes())
                .param("reposts", reach.reposts())
                .param("replies", reach.replies())
                .param("views", reach.views())
                .param("at", reach.at())
                .update();
    }

    /** Ties our reply to the channel's id of it, so that its echo is known as ours. */
    void tieReply(InboxId inbox, UUID key, Sent sent) {
        sql.sql("""
                with tied as (
                  update conversations.messages set remote_id = :remote, uri = coalesce(:uri, uri)
                  where reply_key = :key returning id)
                insert into conversations.heard (inbox_id, remote_id, revision, message_id)
                select :inbox, :remote, '', id from tied
                on conflict do nothing
                """)
                .param("remote", sent.remoteId())
                .param("uri", sent.uri())
                .param("key", key)
                .param("inbox", inbox)
                .update();
    }

    List<Long> existing(Batch batch) {
        return sql.sql("select id from conversations.messages where id between :first and :last")
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .list(Long.class);
    }
}

package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Rating;
import dev.rapport.channels.spi.Reach;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message as a file or a program gives it: one object of named values, snake_case or camelCase, authors and places
 * as objects or flat. Every field of {@link Heard} can be given; only the text and when it was said must be.
 */
final class HeardForm {

    private static final int MAX_ID = 500;

    private HeardForm() {}

    /**
     * The message these values describe.
     *
     * @param network the network of authors when the values name none
     * @throws IllegalArgumentException when something is missing or cannot be read, with what to write instead
     */
    static Heard read(Map<String, Object> values, String network) {
        Fields fields = new Fields(values);
        Heard.Kind kind = fields.constant("kind", Heard.Kind.class, Heard.Kind.SAID);
        String text = fields.text("text");
        if (text == null && kind != Heard.Kind.DELETED && kind != Heard.Kind.COUNTED) {
            throw new IllegalArgumentException("The field “text” is missing: it holds what was said.");
        }
        OffsetDateTime said = fields.moment("said_at");
        if (said == null) {
            throw new IllegalArgumentException(
                    "The field “said_at” is missing: when it was said, for example 2026-01-31T09:30:00+01:00.");
        }
        Author author = author(fields, network);
        Integer offset = fields.integer("said_offset_minutes");
        return new Heard(
                id(fields, author, said.toInstant(), text),
                orEmpty(fields.text("revision")),
                kind,
                fields.text("uri"),
                author,
                fields.texts("addressees"),
                place(fields),
                orEmpty(text),
                fields.text("html"),
                fields.text("title"),
                said.toInstant(),
                offset == null ? Integer.valueOf(said.getOffset().getTotalSeconds() / 60) : offset,
                fields.text("in_reply_to"),
                fields.texts("references"),
                fields.text("repost_of"),
                fields.text("thread"),
                true,
                fields.constant("visibility", Heard.Visibility.class, Heard.Visibility.PUBLIC),
                rating(fields),
                reach(fields, said.toInstant()),
                fields.text("location"),
                fields.text("language"),
                fields.constant("manner", Heard.Manner.class, Heard.Manner.PERSONAL),
                media(fields));
    }

    private static String id(Fields fields, Author author, Instant saidAt, @Nullable String text) {
        String id = fields.text("id");
        if (id == null) {
            return "sha256:" + sha256(author.network() + '\n' + author.handle() + '\n' + saidAt + '\n' + text);
        }
        if (id.length() > MAX_ID) {
            throw new IllegalArgumentException("The “id” is longer than " + MAX_ID + " characters.");
        }
        return id;
    }

    private static Author author(Fields fields, String network) {
        Fields within = fields.within("author");
        String channel = fields.text("channel");
        if (within == null) {
            String handle = fields.text("author");
            within = new Fields(Map.of());
            if (handle == null && fields.text("author_id") == null && fields.text("author_name") == null) {
                throw new IllegalArgumentException("The field “author” is missing: the handle of who said it.");
            }
            return new Author(
                    first(fields.text("author_network"), channel, network),
                    fields.text("author_id"),
                    handle == null ? fields.text("author_handle") : withoutAt(handle),
                    fields.text("author_name"),
                    fields.text("author_bio"),
                    fields.text("author_location"),
                    fields.text("author_website"),
                    fields.integer("author_followers"),
                    fields.bool("author_verified"),
                    fields.bool("author_bot"));
        }
        return new Author(
                first(within.text("network"), channel, network),
                within.text("id"),
                withoutAt(within.text("handle")),
                within.text("name"),
                within.text("bio"),
                within.text("location"),
                within.text("website"),
                within.integer("followers"),
                within.bool("verified"),
                within.bool("bot"));
    }

    private static @Nullable Place place(Fields fields) {
        Fields within = fields.within("place");
        String kind = within == null ? fields.text("place_kind") : within.text("kind");
        String id = within == null ? fields.text("place_id") : within.text("id");
        String name = within == null ? fields.text("place_name") : within.text("name");
        return kind == null || id == null ? null : new Place(kind, id, name);
    }

    private static @Nullable Rating rating(Fields fields) {
        Fields within = fields.within("rating");
        Double given = within == null ? fields.decimal("rating") : within.decimal("given");
        Double best = within == null ? fields.decimal("rating_best") : within.decimal("best");
        return given == null ? null : new Rating(given, best == null ? 5 : best);
    }

    private static @Nullable Reach reach(Fields fields, Instant saidAt) {
        Fields within = fields.within("reach");
        Fields from = within == null ? fields : within;
        Reach reach = new Reach(
                from.integer("likes"),
                from.integer("reposts"),
                from.integer("replies"),
                from.integer("views"),
                instantOr(from.moment(within == null ? "reach_at" : "at"), saidAt));
        boolean empty =
                reach.likes() == null && reach.reposts() == null && reach.replies() == null && reach.views() == null;
        return empty ? null : reach;
    }

    private static List<Media> media(Fields fields) {
        return fields.objects("media").stream()
                .map(one -> new Media(
                        one.text("name"),
                        one.text("type"),
                        one.decimal("size") == null
                                ? null
                                : Long.valueOf(one.decimal("size").longValue()),
                        one.text("uri"),
                        one.text("content_id"),
                        null,
                        one.text("note")))
                .toList();
    }

    private static Instant instantOr(@Nullable OffsetDateTime moment, Instant other) {
        return moment == null ? other : moment.toInstant();
    }

    private static String first(@Nullable String a, @Nullable String b, String c) {
        return a != null ? a : b != null ? b : c;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String withoutAt(@Nullable String handle) {
        return handle != null && handle.startsWith("@") ? handle.substring(1) : handle;
    }

    private static String sha256(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

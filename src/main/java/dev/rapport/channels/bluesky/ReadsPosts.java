package dev.rapport.channels.bluesky;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes of a post, as lists of posts and of notifications show it, what was heard. */
final class ReadsPosts {

    static final String NETWORK = "bluesky";

    private final @Nullable Place place;
    private final Instant countedAt;

    ReadsPosts(@Nullable Place place, Instant countedAt) {
        this.place = place;
        this.countedAt = countedAt;
    }

    /** A post as an item; one that makes no sense is kept as it came. */
    Item item(JsonNode post) {
        try {
            return new Item.Read(heard(post, Heard.Kind.SAID));
        } catch (RuntimeException e) {
            String uri = post.path("uri").asString("");
            String name = uri.isEmpty()
                    ? "post/" + Integer.toHexString(post.toString().hashCode())
                    : uri;
            String why = "A post that makes no sense: " + e.getMessage();
            return new Item.Unreadable(name, post.toString().getBytes(StandardCharsets.UTF_8), why);
        }
    }

    Heard heard(JsonNode post, Heard.Kind kind) {
        String uri = needed(post, "uri");
        JsonNode said = post.path("record");
        String text = PlainText.clean(said.path("text").asString(""));
        if (!said.path("text").isString()) {
            throw new IllegalArgumentException("“text” is missing");
        }
        JsonNode reply = said.path("reply");
        OffsetDateTime written = written(said, post);
        return new Heard(
                uri,
                needed(post, "cid"),
                kind,
                AtUri.of(uri).map(AtUri::link).orElse(null),
                author(post.path("author")),
                RichText.named(said.path("facets")),
                place,
                text,
                RichText.html(said.path("text").asString(""), said.path("facets")),
                null,
                written.toInstant(),
                written.getOffset().getTotalSeconds() == 0
                        ? null
                        : written.getOffset().getTotalSeconds() / 60,
                text(reply.path("parent"), "uri"),
                List.of(),
                quoted(said.path("embed")),
                text(reply.path("root"), "uri"),
                false,
                Heard.Visibility.PUBLIC,
                null,
                reach(post),
                null,
                language(said.path("langs")),
                Heard.Manner.PERSONAL,
                media(post.path("embed")));
    }

    /** Writers may claim any time; none is later than when the network first saw it. */
    private static OffsetDateTime written(JsonNode said, JsonNode post) {
        OffsetDateTime seen = OffsetDateTime.parse(needed(post, "indexedAt"));
        try {
            OffsetDateTime claimed = OffsetDateTime.parse(said.path("createdAt").asString(""));
            return claimed.isAfter(seen) ? seen : claimed;
        } catch (DateTimeException e) {
            return seen;
        }
    }

    private static Author author(JsonNode author) {
        return new Author(
                NETWORK,
                needed(author, "did"),
                text(author, "handle"),
                text(author, "displayName"),
                text(author, "description"),
                null,
                null,
                null,
                author.path("verification").path("verifiedStatus").asString("").equals("valid"),
                isBot(author.path("labels")));
    }

    private static boolean isBot(JsonNode labels) {
        for (JsonNode label : labels) {
            if (label.path("val").asString("").equals("bot")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Reach reach(JsonNode post) {
        Integer likes = count(post, "likeCount");
        Integer reposts = count(post, "repostCount");
        Integer replies = count(post, "replyCount");
        return likes == null && reposts == null && replies == null
                ? null
                : new Reach(likes, reposts, replies, null, countedAt);
    }

    private static @Nullable String quoted(JsonNode embed) {
        String plain = embed.path("record").path("uri").asString("");
        String beside = embed.path("record").path("record").path("uri").asString("");
        return !plain.isEmpty() ? plain : beside.isEmpty() ? null : beside;
    }

    private static List<Media> media(JsonNode embed) {
        List<Media> all = new ArrayList<>();
        pictures(embed.path("images"), all);
        pictures(embed.path("media").path("images"), all);
        return all;
    }

    private static void pictures(JsonNode images, List<Media> all) {
        for (JsonNode image : images) {
            String uri = image.path("fullsize").asString(image.path("thumb").asString(""));
            if (!uri.isEmpty()) {
                all.add(new Media(text(image, "alt"), null, null, uri, null, null, null));
            }
        }
    }

    private static @Nullable String language(JsonNode langs) {
        String first = langs.path(0).asString("");
        return first.isEmpty() ? null : first;
    }

    private static @Nullable Integer count(JsonNode post, String name) {
        return post.path(name).isInt() ? post.path(name).asInt() : null;
    }

    private static String needed(JsonNode node, String name) {
        String value = node.path(name).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("“" + name + "” is missing");
        }
        return value;
    }

    private static @Nullable String text(JsonNode node, String name) {
        String value = PlainText.clean(node.path(name).asString("")).strip();
        return value.isEmpty() ? null : value;
    }
}

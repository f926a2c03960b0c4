package dev.rapport.channels.mastodon;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.text.HtmlText;
import dev.rapport.channels.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes of a status what was heard: keyed on its uri, which is the same on every server. */
final class ReadsStatuses {

    static final String NETWORK = "mastodon";

    private final String host;
    private final Map<String, String> parents;
    private final @Nullable Place place;
    private final Instant countedAt;

    /**
     * @param host the server's name, which the accounts that live there leave out
     * @param parents uris by the server's own ids, of statuses that are answered
     * @param place where it was found
     */
    ReadsStatuses(String host, Map<String, String> parents, @Nullable Place place, Instant countedAt) {
        this.host = host;
        this.parents = parents;
        this.place = place;
        this.countedAt = countedAt;
    }

    /** A status as an item; one that makes no sense is kept as it came. */
    Item item(JsonNode status) {
        try {
            return new Item.Read(
                    heard(status, Heard.Kind.SAID), status.path("id").asString(""));
        } catch (RuntimeException e) {
            String why = "A status that makes no sense: " + e.getMessage();
            return new Item.Unreadable(name(status), status.toString().getBytes(StandardCharsets.UTF_8), why);
        }
    }

    Heard heard(JsonNode status, Heard.Kind kind) {
        String html = status.path("content").asString("");
        return new Heard(
                needed(status, "uri"),
                status.path("edited_at").asString(""),
                kind,
                text(status, "url"),
                author(status.path("account")),
                addressees(status.path("mentions")),
                place,
                words(status, html),
                html,
                text(status, "spoiler_text"),
                OffsetDateTime.parse(needed(status, "created_at")).toInstant(),
                null,
                parents.get(status.path("in_reply_to_id").asString("")),
                List.of(),
                null,
                null,
                false,
                isPrivate(status.path("visibility").asString("")) ? Heard.Visibility.PRIVATE : Heard.Visibility.PUBLIC,
                null,
                reach(status),
                null,
                text(status, "language"),
                Heard.Manner.PERSONAL,
                media(status.path("media_attachments")));
    }

    static boolean isPrivate(String visibility) {
        return visibility.equals("direct") || visibility.equals("private");
    }

    /** The account's name with its server, as others address it. */
    static String handle(JsonNode account, String host) {
        String handle = account.path("acct").asString(account.path("username").asString(""));
        return handle.isEmpty() || handle.contains("@") ? handle : handle + "@" + host;
    }

    private Author author(JsonNode account) {
        String handle = handle(account, host);
        String id = account.path("uri").asString(account.path("url").asString(handle));
        if (id.isEmpty()) {
            throw new IllegalArgumentException("it has no author");
        }
        return new Author(
                NETWORK,
                id,
                handle,
                text(account, "display_name"),
                account.path("note").isString()
                        ? blank(HtmlText.of(account.path("note").asString("")))
                        : null,
                null,
                website(account.path("fields")),
                account.path("followers_count").isInt()
                        ? account.path("followers_count").asInt()
                        : null,
                false,
                account.path("bot").asBoolean(false));
    }

    private static @Nullable String website(JsonNode fields) {
        for (JsonNode field : fields) {
            String shown = HtmlText.of(field.path("value").asString(""));
            if (shown.startsWith("https://") || shown.startsWith("http://")) {
                return shown;
            }
        }
        return null;
    }

    private List<String> addressees(JsonNode mentions) {
        List<String> all = new ArrayList<>();
        mentions.forEach(one -> {
            String handle = handle(one, host);
            if (!handle.isEmpty()) {
                all.add(handle);
            }
        });
        return all;
    }

    /** The words, and the choices where it asks for a vote. */
    private static String words(JsonNode status, String html) {
        StringBuilder words = new StringBuilder(HtmlText.of(html));
        status.path("poll")
                .path("options")
                .forEach(option -> words.append("\n- ")
                        .append(PlainText.clean(option.path("title").asString(""))));
        return words.toString().strip();
    }

    private Reach reach(JsonNode status) {
        return new Reach(
                count(status, "favourites_count"),
                count(status, "reblogs_count"),
                count(status, "replies_count"),
                null,
                countedAt);
    }

    private static List<Media> media(JsonNode attachments) {
        List<Media> all = new ArrayList<>();
        for (JsonNode one : attachments) {
            String uri = one.path("url").asString(one.path("remote_url").asString(""));
            if (!uri.isEmpty()) {
                String described = text(one, "description");
                all.add(new Media(described == null ? fileName(uri) : described, null, null, uri, null, null, null));
            }
        }
        return all;
    }

    private static @Nullable String fileName(String uri) {
        String name = uri.replaceAll("[?#].*", "").replaceAll(".*/", "");
        return name.isEmpty() || name.length() > 200 ? null : name;
    }

    private static @Nullable Integer count(JsonNode status, String name) {
        return status.path(name).isInt() ? status.path(name).asInt() : null;
    }

    private static String needed(JsonNode status, String name) {
        String value = status.path(name).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("“" + name + "” is missing");
        }
        return value;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isString()
                ? blank(PlainText.clean(node.path(name).asString("")))
                : null;
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String name(JsonNode status) {
        String id = status.path("uri").asString(status.path("id").asString(""));
        return id.isEmpty() ? "status/" + Integer.toHexString(status.toString().hashCode()) : id;
    }
}

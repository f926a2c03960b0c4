package dev.rapport.channels.mastodon;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.text.HtmlText;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes replies, and finds out from our own statuses whether one is there. */
final class WritesStatuses {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** A thousand statuses of ours; who writes more in the time in question has a person look. */
    private static final int PAGES = 25;

    private static final Pattern NAME_WITH_SERVER = Pattern.compile("@([\\w.-]+)@[\\w.-]+\\w");

    private final MastodonApi api;

    WritesStatuses(MastodonApi api) {
        this.api = api;
    }

    Sent send(Reply reply) {
        JsonNode parent = parent(reply);
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", words(reply, parent));
        status.put("visibility", visibility(reply, parent));
        if (parent != null) {
            status.put("in_reply_to_id", Timeline.id(parent));
        }
        return sent(api.post(status, reply.key().toString()));
    }

    /** Ours, with these words and this parent, since the reply was written. */
    Optional<Landing> find(Reply reply) {
        JsonNode me = api.get("/api/v1/accounts/verify_credentials").json();
        JsonNode parent = parentIfThere(reply);
        String parentId = parent == null ? "" : Timeline.id(parent);
        String words = comparable(words(reply, parent));
        Instant earliest = reply.writtenAt().minus(CLOCKS_DIFFER);
        String older = "";
        for (int i = 0; i < PAGES; i++) {
            JsonNode page = ours(Timeline.id(me), older);
            for (JsonNode one : page) {
                if (at(one).isBefore(earliest)) {
                    return notThere(reply);
                }
                boolean sameParent = one.path("in_reply_to_id").asString("").equals(parentId);
                if (sameParent
                        && comparable(HtmlText.of(one.path("content").asString("")))
                                .equals(words)) {
                    return Optional.of(new Landing(true, sent(one)));
                }
                older = Timeline.id(one);
            }
            if (page.isEmpty()) {
                return notThere(reply);
            }
        }
        return Optional.empty();
    }

    /** Not every server lists what was said in private among what one said. */
    private static Optional<Landing> notThere(Reply reply) {
        return reply.visibility() == Heard.Visibility.PRIVATE
                ? Optional.empty()
                : Optional.of(new Landing(false, null));
    }

    private JsonNode ours(String me, String older) {
        String path = "/api/v1/accounts/" + me + "/statuses";
        return older.isEmpty()
                ? api.get(path, "limit", "40", "exclude_reblogs", "true").json()
                : api.get(path, "limit", "40", "exclude_reblogs", "true", "max_id", older)
                        .json();
    }

    private @Nullable JsonNode parent(Reply reply) {
        if (reply.inReplyTo() == null) {
            return null;
        }
        JsonNode parent = parentIfThere(reply);
        if (parent == null) {
            throw new Fault.Refused(api.host() + " no longer has the message that is answered.");
        }
        return parent;
    }

    private @Nullable JsonNode parentIfThere(Reply reply) {
        String uri = reply.inReplyTo();
        return uri == null ? null : Parents.byUri(api, uri).orElse(null);
    }

    /** Whoever is answered is named, since only those who are named are told. */
    private String words(Reply reply, @Nullable JsonNode parent) {
        String handle = parent == null ? "" : ReadsStatuses.handle(parent.path("account"), api.host());
        boolean named = handle.isEmpty() || reply.text().contains("@" + handle);
        return named ? reply.text() : "@" + handle + " " + reply.text();
    }

    /** As the parent, and never wider than what is answered in private. */
    private static String visibility(Reply reply, @Nullable JsonNode parent) {
        String theirs = parent == null ? "" : parent.path("visibility").asString("");
        if (reply.visibility() == Heard.Visibility.PRIVATE) {
            return ReadsStatuses.isPrivate(theirs) ? theirs : "direct";
        }
        return theirs.isEmpty() ? "public" : theirs;
    }

    private static Sent sent(JsonNode status) {
        String url = status.path("url").asString("");
        return new Sent(status.path("uri").asString(""), url.isEmpty() ? null : url, at(status));
    }

    private static Instant at(JsonNode status) {
        String at = status.path("created_at").asString("");
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new Fault.Broken("A status of ours does not say when it was written: “" + at + "”.", e);
        }
    }

    /** Servers show names without their server, and set spaces their own way. */
    private static String comparable(String text) {
        Matcher names = NAME_WITH_SERVER.matcher(text);
        return names.replaceAll("@$1").replaceAll("\\s+", " ").strip();
    }
}

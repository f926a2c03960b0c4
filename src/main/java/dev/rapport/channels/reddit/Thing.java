package dev.rapport.channels.reddit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A comment (t1), post (t3) or private message (t4), as lists hold it under {@code data}.
 *
 * @param name its full name, {@code t1_c0ffee}
 * @param createdUtc seconds since 1970
 * @param edited false, or when; for very old comments only true
 * @param context the address of a comment in the inbox, which leaves out what it belongs to
 * @param firstMessageName what a private conversation began with
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/JSON">JSON</a>
 * @see <a href="https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/jsontemplates.py">what fills the fields</a>
 */
record Thing(
        String name,
        @Nullable String author,
        @JsonProperty("created_utc") double createdUtc,
        @Nullable String body,
        @Nullable String selftext,
        @Nullable String title,
        @Nullable String subject,
        @Nullable String url,
        @JsonProperty("is_self") @Nullable Boolean isSelf,
        @Nullable String subreddit,
        @JsonProperty("parent_id") @Nullable String parentId,
        @JsonProperty("link_id") @Nullable String linkId,
        @JsonProperty("link_title") @Nullable String linkTitle,
        @Nullable String permalink,
        @Nullable String context,
        @JsonProperty("first_message_name") @Nullable String firstMessageName,
        @Nullable String distinguished,
        @JsonProperty("removed_by_category") @Nullable String removedByCategory,
        @Nullable JsonNode edited,
        @Nullable Integer ups,
        @JsonProperty("num_comments") @Nullable Integer numComments) {

    private static final List<String> NO_WORDS = List.of("[deleted]", "[removed]");
    private static final String SITE = "https://www.reddit.com";

    Thing {
        Objects.requireNonNull(name, "name is missing");
        if (createdUtc <= 0) {
            throw new IllegalArgumentException("created_utc is missing");
        }
    }

    boolean isPost() {
        return name.startsWith("t3_");
    }

    boolean isPrivate() {
        return name.startsWith("t4_");
    }

    Instant createdAt() {
        return Instant.ofEpochSecond((long) createdUtc);
    }

    /** Empty for the first wording; edits of the first minutes are not marked. */
    String revision() {
        if (edited == null || edited.isBoolean() && !edited.asBoolean() || edited.isNull()) {
            return "";
        }
        return edited.isNumber() ? Long.toString(edited.asLong()) : "edited";
    }

    /** Its words; of a post that is only a link, that. */
    String words() {
        if (!isPost()) {
            return text(body);
        }
        boolean isLink = Boolean.FALSE.equals(isSelf) && text(selftext).isEmpty();
        return isLink ? text(url) : text(selftext);
    }

    /** Its author or a moderator took the words away. */
    boolean isGone() {
        return NO_WORDS.contains(words().strip()) || removedByCategory != null;
    }

    /** The post that a comment belongs to, or what a private conversation began with. */
    String thread() {
        if (isPrivate()) {
            return firstMessageName == null ? name : firstMessageName;
        }
        return isPost() ? name : linkId == null ? post() : linkId;
    }

    /** Where it can be read; private messages have no address of their own. */
    @Nullable
    String link() {
        String path = permalink == null ? text(context).replaceFirst("\\?.*", "") : permalink;
        return path.isEmpty() ? null : SITE + path;
    }

    @Nullable
    String headline() {
        return isPost() ? title : isPrivate() ? subject : linkTitle;
    }

    /** In the inbox only the address says it: {@code /r/place/comments/post/title/comment/}. */
    private String post() {
        String[] path = text(context).split("/");
        return path.length > 4 && path[3].equals("comments") ? "t3_" + path[4] : name;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}

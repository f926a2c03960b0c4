package dev.rapport.channels.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A post as X gives it with {@link #FIELDS}. Each edit has a number of its own; the first one's stays that of the message.
 *
 * @param text with shortened addresses, and with entities for some signs
 * @param edits the numbers of all its wordings, oldest first
 * @param note the whole text of a long post
 * @see <a href="https://docs.x.com/x-api/fundamentals/data-dictionary">data dictionary</a>
 * @see <a href="https://docs.x.com/x-api/fundamentals/edit-posts">edits</a>
 */
record Post(
        String id,
        @Nullable String text,
        @JsonProperty("author_id") @Nullable String authorId,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("conversation_id") @Nullable String conversationId,
        @Nullable String lang,
        @JsonProperty("referenced_tweets") @Nullable List<Reference> references,
        @JsonProperty("edit_history_tweet_ids") @Nullable List<String> edits,
        @JsonProperty("public_metrics") @Nullable Metrics metrics,
        @Nullable Entities entities,
        @JsonProperty("note_tweet") @Nullable Note note) {

    static final int MOST_TOGETHER = 100;

    /** What is asked for with every post. */
    static final List<String> FIELDS = List.of(
            "tweet.fields",
            "author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,public_metrics,"
                    + "referenced_tweets",
            "expansions",
            "author_id",
            "user.fields",
            "description,location,name,public_metrics,username,verified");

    private static final List<String> NO_LANGUAGES = List.of("und", "zxx", "art");

    Post {
        Objects.requireNonNull(id, "id is missing");
        Objects.requireNonNull(createdAt, "created_at is missing");
    }

    /** Another post that it answers or quotes. */
    record Reference(@Nullable String type, @Nullable String id) {}

    /** How far it went. */
    record Metrics(
            @JsonProperty("like_count") @Nullable Integer likes,
            @JsonProperty("retweet_count") @Nullable Integer reposts,
            @JsonProperty("reply_count") @Nullable Integer replies,
            @JsonProperty("impression_count") @Nullable Integer views) {}

    /** What stands in a text besides words. */
    record Entities(@Nullable List<Url> urls) {}

    /** An address and what it was before it was shortened. */
    record Url(
            @Nullable String url,
            @JsonProperty("expanded_url") @Nullable String expanded) {}

    /** A text of more than 280 letters. */
    record Note(@Nullable String text, @Nullable Entities entities) {}

    /** The number that the message keeps. */
    String first() {
        return edits == null || edits.isEmpty() ? id : edits.getFirst();
    }

    /** Its newest wording's number. */
    String latest() {
        return edits == null || edits.isEmpty() ? id : edits.getLast();
    }

    /** Empty for the first wording. */
    String revision() {
        return id.equals(first()) ? "" : id;
    }

    @Nullable
    String answered() {
        return references == null
                ? null
                : references.stream()
                        .filter(one -> "replied_to".equals(one.type()))
                        .map(Reference::id)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Its words, with addresses as they were written. */
    String words() {
        boolean isLong = note != null && note.text() != null;
        String words =
                String.valueOf(isLong ? Objects.requireNonNull(note).text() : Objects.requireNonNullElse(text, ""));
        Entities besides = isLong ? Objects.requireNonNull(note).entities() : entities;
        if (besides != null && besides.urls() != null) {
            for (Url url : besides.urls()) {
                if (url.url() != null && url.expanded() != null) {
                    words = words.replace(url.url(), url.expanded());
                }
            }
        }
        return HtmlUtils.htmlUnescape(words);
    }

    /** Empty for what X only has a sign for: unknown, without words. */
    @Nullable
    String language() {
        return lang == null || lang.startsWith("q") || NO_LANGUAGES.contains(lang) ? null : lang;
    }
}

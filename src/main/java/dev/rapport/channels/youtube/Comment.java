package dev.rapport.channels.youtube;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment as YouTube gives it, with {@code textFormat=plainText}.
 *
 * @see <a href="https://developers.google.com/youtube/v3/docs/comments">comments</a>
 */
record Comment(String id, Snippet snippet) {

    Comment {
        Objects.requireNonNull(id, "id is missing");
        Objects.requireNonNull(snippet, "snippet is missing");
    }

    /**
     * What it says.
     *
     * @param textOriginal only given to its author
     * @param parentId the comment that it answers; one level, so always the first of its thread
     * @param videoId not given where a comment is asked for by its id
     */
    record Snippet(
            @Nullable String authorDisplayName,
            @Nullable ChannelId authorChannelId,
            @Nullable String textDisplay,
            @Nullable String textOriginal,
            @Nullable String parentId,
            @Nullable String videoId,
            @Nullable Integer likeCount,
            Instant publishedAt,
            @Nullable Instant updatedAt) {

        Snippet {
            Objects.requireNonNull(publishedAt, "publishedAt is missing");
        }
    }

    /** Whose channel it is. */
    record ChannelId(@Nullable String value) {}

    /** Empty for the first wording. */
    String revision() {
        Instant updated = snippet.updatedAt();
        return updated == null || updated.equals(snippet.publishedAt()) ? "" : updated.toString();
    }

    /** The comment that a thread begins with. */
    String top() {
        String parent = snippet.parentId();
        return parent == null ? id : parent;
    }

    boolean isBy(String channel) {
        ChannelId author = snippet.authorChannelId();
        return author != null && channel.equals(author.value());
    }

    boolean says(String words) {
        return words.strip().equals(text(snippet.textOriginal()))
                || words.strip().equals(text(snippet.textDisplay()));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}

package dev.rapport.channels.reddit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A comment (t1), a post (t3) or a private message (t4), and what became of it. */
final class RedditThing {

    /** What its author or a moderator did to it. */
    enum Fate {
        STANDS,
        DELETED,
        REMOVED
    }

    final String kind;
    final String id;
    final String author;
    final String subreddit;
    final String title;
    final Instant at;
    final @Nullable RedditThing parent;

    /** A string, unless something that nobody can read is played. */
    JsonNode body;

    @Nullable
    Instant edited;

    Fate fate = Fate.STANDS;

    /** {@code comment_reply}, {@code post_reply} or {@code username_mention}; null where it is not in the inbox. */
    @Nullable
    String arrival;

    boolean isNew;
    boolean isLocked;
    boolean isArchived;

    /** So old that no listing reaches it. */
    boolean isOutOfReach;

    RedditThing(
            String kind,
            String id,
            String author,
            String subreddit,
            String title,
            JsonNode body,
            Instant at,
            @Nullable RedditThing parent) {
        this.kind = kind;
        this.id = id;
        this.author = author;
        this.subreddit = subreddit;
        this.title = title;
        this.body = body;
        this.at = at;
        this.parent = parent;
    }

    String name() {
        return kind + "_" + id;
    }

    String words() {
        return body.isString() ? body.stringValue() : "";
    }

    /** The post it hangs under, or the first message of its conversation. */
    RedditThing root() {
        return parent == null ? this : parent.root();
    }

    boolean isListed() {
        return fate == Fate.STANDS && !isOutOfReach;
    }
}

package dev.rapport.channels.youtube;

import dev.rapport.cast.Person;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A comment under a video, or a reply to one. */
final class YoutubeComment {

    /** A channel that writes comments. */
    record Channel(String id, String handle) {

        static final Channel SOLVANE = new Channel("UCsolvane-halo10-support", "@solvane");

        static Channel of(Person person) {
            String handle = person.fullName().toLowerCase(Locale.ROOT).replace(' ', '.');
            return new Channel(
                    "UC" + String.format(Locale.ROOT, "%-22s", handle).replace(' ', '0'), "@" + handle);
        }
    }

    final String id;
    final String video;
    final Channel author;
    final Instant publishedAt;
    final @Nullable YoutubeComment parent;

    /** A string, unless something that nobody can read is played. */
    JsonNode text;

    Instant updatedAt;
    boolean isHeld;

    YoutubeComment(
            String id,
            String video,
            Channel author,
            Instant publishedAt,
            @Nullable YoutubeComment parent,
            JsonNode text) {
        this.id = id;
        this.video = video;
        this.author = author;
        this.publishedAt = publishedAt;
        this.updatedAt = publishedAt;
        this.parent = parent;
        this.text = text;
    }

    String words() {
        return text.isString() ? text.stringValue() : "";
    }
}

package dev.rapport.channels.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A comment below one of our pictures.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/instagram/#comments">instagram, comments</a>
 */
record InstagramComment(
        String id,
        @Nullable String text,
        @Nullable From from,
        @Nullable Picture media,
        @JsonProperty("parent_id") @Nullable String parentId) {

    /** The same below a picture that is known from elsewhere. */
    InstagramComment below(Picture picture) {
        return new InstagramComment(id, text, from, picture, parentId);
    }

    record From(String id, @Nullable String username) {}

    record Picture(String id) {}
}

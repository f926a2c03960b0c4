package dev.rapport.channels.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing heard on a channel, in the neutral form every connector and import speaks. Whatever the channel gives is kept:
 * what is dropped here cannot be fetched again.
 *
 * @param id the channel's own id of the message, stable across edits
 * @param revision empty for the first wording; else what tells this wording from others: an edit time or a content hash
 * @param kind what happened: said, edited, deleted, rated, counted
 * @param uri where it can be read, as a link
 * @param addressees handles or addresses it is addressed to, without a leading {@code @}
 * @param place hashtag, forum, list or page it was said in
 * @param text the words as said, plain
 * @param html the original mark-up where there was one
 * @param original the whole text as it came, where words were left out of {@code text}: quoted earlier ones, signatures
 * @param title subject or headline
 * @param saidAt when it was said
 * @param saidOffsetMinutes the speaker's own offset from UTC, as given
 * @param inReplyTo the channel's id of the message it answers
 * @param references ids of earlier messages of the same thread, oldest first
 * @param repostOf the channel's id of the message it repeats
 * @param thread the channel's own id of the thread, where it has one
 * @param threadProven true when the channel vouches that the sender belongs to the thread (a signed reply address)
 * @param rating a review's stars
 * @param reach how many saw, liked, repeated it, when that was counted
 * @param location where the speaker says they are, as given
 * @param language as declared by the channel, BCP 47
 * @param manner whether a person or a machine said it
 * @param media files and pictures
 */
public record Heard(
        String id,
        String revision,
        Kind kind,
        @Nullable String uri,
        Author author,
        List<String> addressees,
        @Nullable Place place,
        String text,
        @Nullable String html,
        @Nullable String original,
        @Nullable String title,
        Instant saidAt,
        @Nullable Integer saidOffsetMinutes,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable String repostOf,
        @Nullable String thread,
        boolean threadProven,
        Visibility visibility,
        @Nullable Rating rating,
        @Nullable Reach reach,
        @Nullable String location,
        @Nullable String language,
        Manner manner,
        List<Media> media) {

    /** Something heard whose words are all its author's: {@code text} is the original. */
    public Heard(
            String id,
            String revision,
            Kind kind,
            @Nullable String uri,
            Author author,
            List<String> addressees,
            @Nullable Place place,
            String text,
            @Nullable String html,
            @Nullable String title,
            Instant saidAt,
            @Nullable Integer saidOffsetMinutes,
            @Nullable String inReplyTo,
            List<String> references,
            @Nullable String repostOf,
            @Nullable String thread,
            boolean threadProven,
            Visibility visibility,
            @Nullable Rating rating,
            @Nullable Reach reach,
            @Nullable String location,
            @Nullable String language,
            Manner manner,
            List<Media> media) {
        this(
                id,
                revision,
                kind,
                uri,
                author,
                addressees,
                place,
                text,
                html,
                null,
                title,
                saidAt,
                saidOffsetMinutes,
                inReplyTo,
                references,
                repostOf,
                thread,
                threadProven,
                visibility,
                rating,
                reach,
                location,
                language,
                manner,
                media);
    }

    /** What happened to the message. */
    public enum Kind {
        SAID,
        EDITED,
        DELETED,
        RATED,
        COUNTED
    }

    /** Who can read it where it was said. */
    public enum Visibility {
        PUBLIC,
        PRIVATE
    }

    /** Who or what wrote it: a person, a mailing list, a machine answering by itself, or a bounce. */
    public enum Manner {
        PERSONAL,
        LIST,
        AUTOMATIC,
        BOUNCE
    }
}

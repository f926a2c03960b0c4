package dev.rapport.conversations;

import dev.rapport.exchange.spi.ImportField;
import java.util.List;

/** What a line of messages may hold, for the guide and the import screen. */
final class MessageFields {

    static final List<ImportField> ALL = List.of(
            of("id", "The channel’s own id. Without one, a line is known again by its author, time and words."),
            required("text", "What was said."),
            required("said_at", "When, with the offset: 2026-01-31T09:30:00+01:00."),
            required(
                    "author",
                    "The author’s handle, or an object with id, handle, name, bio, location, website, followers, verified, bot."),
            of("author_id", "The network’s stable id of the author."),
            of("author_name", "The author’s name as shown."),
            of("channel", "The network the author belongs to, for example twitter; else the inbox’s name."),
            of("revision", "What tells an edited wording from the first: a time or a hash."),
            of("kind", "said, edited, deleted, rated or counted; said when empty."),
            of("uri", "Where it can be read."),
            of("title", "Subject or headline."),
            of("html", "The original mark-up."),
            of("addressees", "Whom it is addressed to, several separated by |."),
            of("said_offset_minutes", "The speaker’s offset from UTC when said_at does not tell."),
            of("in_reply_to", "The id of the message it answers."),
            of("references", "Ids of earlier messages of the thread, oldest first, separated by |."),
            of("repost_of", "The id of the message it repeats."),
            of("thread", "The channel’s own id of the thread."),
            of("visibility", "public or private; public when empty."),
            of("rating", "Stars given."),
            of("rating_best", "Stars that can be given; 5 when empty."),
            of("likes", "How many liked it; likewise reposts, replies, views, counted at reach_at."),
            of("location", "Where the speaker says they are."),
            of("language", "As declared by the channel, for example en."),
            of("manner", "personal, list, automatic or bounce; personal when empty."),
            of("place_kind", "hashtag, forum, page or shop it was said in, with place_id and place_name."),
            of("media", "Files: a list of objects with name, type, size, uri."));

    private MessageFields() {}

    private static ImportField of(String name, String about) {
        return new ImportField(name, false, about);
    }

    private static ImportField required(String name, String about) {
        return new ImportField(name, true, about);
    }
}

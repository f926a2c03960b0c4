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
            of("author_handle", "The author’s handle, when “author” says none."),
            of("author_network", "The network of this author, when it is not the channel’s."),
            of("author_bio", "What the author says about themselves."),
            of("author_location", "Where the author says they live."),
            of("author_website", "The author’s website."),
            of("author_followers", "How many follow the author."),
            of("author_verified", "Whether the network vouches for the author: true or false."),
            of("author_bot", "Whether the author is a program: true or false."),
            of("channel", "The network the author belongs to, for example twitter; else the inbox’s name."),
            of("revision", "What tells an edited wording from the first: a time or a hash."),
            of("kind", "said, edited, deleted, rated or counted; said when empty."),
            of("uri", "Where it can be read."),
            of("title", "Subject or headline."),
            of("html", "The original mark-up."),
            of("addressees", "Whom it is addressed to, several separated by |.").ofMany(),
            of("said_offset_minutes", "The speaker’s offset from UTC when said_at does not tell."),
            of("in_reply_to", "The id of the message it answers."),
            of("references", "Ids of earlier messages of the thread, oldest first, separated by |.")
                    .ofMany(),
            of("repost_of", "The id of the message it repeats."),
            of("thread", "The channel’s own id of the thread."),
            of("visibility", "public or private; public when empty."),
            of("rating", "Stars given."),
            of("rating_best", "Stars that can be given; 5 when empty."),
            of("likes", "How many liked it, counted at reach_at."),
            of("reposts", "How many repeated it, counted at reach_at."),
            of("replies", "How many answered it, counted at reach_at."),
            of("views", "How many saw it, counted at reach_at."),
            of("reach_at", "When these were counted; when it was said, if empty."),
            of("reach", "The same as an object with likes, reposts, replies, views, at."),
            of("location", "Where the speaker says they are."),
            of("language", "As declared by the channel, for example en."),
            of("manner", "personal, list, automatic or bounce; personal when empty."),
            of("place_kind", "hashtag, forum, page or shop it was said in."),
            of("place_id", "The channel’s id of that place."),
            of("place_name", "What that place is called."),
            of("place", "The same as an object with kind, id, name."),
            of("media", "Files: a list of objects with name, type, size, uri."));

    private MessageFields() {}

    private static ImportField of(String name, String about) {
        return new ImportField(name, false, about);
    }

    private static ImportField required(String name, String about) {
        return new ImportField(name, true, about);
    }
}

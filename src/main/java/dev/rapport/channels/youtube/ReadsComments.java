package dev.rapport.channels.youtube;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes messages of comments. */
final class ReadsComments {

    static final String NETWORK = "youtube";

    private final Instant countedAt;

    ReadsComments(Instant countedAt) {
        this.countedAt = countedAt;
    }

    /** The comment that a thread begins with. */
    Item first(JsonNode thread) {
        return Payloads.item(id(thread), thread, this::read);
    }

    /** An answer in a thread about a video. */
    Item answer(JsonNode comment, @Nullable String video) {
        return Payloads.item(
                id(comment),
                comment,
                one -> told(Payloads.of(one, Comment.class), video, null).item());
    }

    /** A thread or a comment that was kept. */
    Item again(Item.Unreadable kept) {
        return Payloads.again(kept, this::read);
    }

    static String id(JsonNode thing) {
        return thing.path("id").asString("");
    }

    private Item read(JsonNode thing) {
        JsonNode top = thing.path("snippet").path("topLevelComment");
        JsonNode snippet = thing.path("snippet");
        Comment comment = Payloads.of(top.isMissingNode() ? thing : top, Comment.class);
        String video = snippet.path("videoId").asString("");
        Integer answers = snippet.path("totalReplyCount").isInt()
                ? snippet.path("totalReplyCount").asInt()
                : null;
        return told(comment, video.isEmpty() ? null : video, answers).item();
    }

    Told told(Comment comment, @Nullable String video, @Nullable Integer answers) {
        Comment.Snippet said = comment.snippet();
        String about = said.videoId() == null ? video : said.videoId();
        Told told = Told.by(author(said), comment.id(), said.publishedAt())
                .says(said.textDisplay())
                .at(link(comment, about))
                .in(about == null ? null : new Place("video", about, null))
                .answering(said.parentId())
                .within(comment.top())
                .reached(new Reach(said.likeCount(), null, answers, null, countedAt));
        return comment.revision().isEmpty() ? told : told.edited(comment.revision());
    }

    static @Nullable String link(Comment comment, @Nullable String video) {
        return video == null ? null : "https://www.youtube.com/watch?v=" + video + "&lc=" + comment.id();
    }

    /** People are shown by their handle; who has closed the account is not shown by an id any more. */
    private static Author author(Comment.Snippet said) {
        Comment.ChannelId channel = said.authorChannelId();
        String shown = said.authorDisplayName();
        String handle = shown != null && shown.startsWith("@") ? shown.substring(1) : null;
        if (channel == null || channel.value() == null) {
            return Author.ofHandle(NETWORK, handle == null ? String.valueOf(shown) : handle);
        }
        return Author.of(NETWORK, channel.value(), handle, shown);
    }
}

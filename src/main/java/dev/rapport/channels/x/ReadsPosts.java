package dev.rapport.channels.x;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes messages of the posts of one answer, which names their authors apart. */
final class ReadsPosts {

    /** As it was called when the first of its ids were given. */
    static final String NETWORK = "twitter";

    private final Map<String, JsonNode> users = new HashMap<>();
    private final Instant countedAt;

    ReadsPosts(Instant countedAt) {
        this.countedAt = countedAt;
    }

    /** The authors of an answer are known. */
    static ReadsPosts of(JsonNode answer, Instant countedAt) {
        ReadsPosts reads = new ReadsPosts(countedAt);
        answer.path("includes").path("users").forEach(user -> reads.users.put(id(user), user));
        return reads;
    }

    Item item(JsonNode post) {
        return Payloads.item(id(post), post, this::read);
    }

    Item again(Item.Unreadable kept) {
        return Payloads.again(kept, this::read);
    }

    static String id(JsonNode thing) {
        return thing.path("id").asString("");
    }

    private Item read(JsonNode node) {
        Post post = Payloads.of(node, Post.class);
        Author author = author(post.authorId());
        Told told = Told.by(author, post.first(), post.createdAt())
                .says(post.words())
                .at(link(author.handle(), post.id()))
                .answering(post.answered())
                .within(post.conversationId())
                .speaking(post.language())
                .reached(reach(post.metrics()));
        Told worded = post.revision().isEmpty() ? told : told.edited(post.revision());
        return new Item.Read(worded.heard(), post.id());
    }

    static String link(@Nullable String handle, String post) {
        return "https://x.com/" + (handle == null ? "i" : handle) + "/status/" + post;
    }

    private @Nullable Reach reach(Post.@Nullable Metrics metrics) {
        return metrics == null
                ? null
                : new Reach(metrics.likes(), metrics.reposts(), metrics.replies(), metrics.views(), countedAt);
    }

    private Author author(@Nullable String id) {
        if (id == null) {
            throw new IllegalArgumentException("author_id is missing");
        }
        JsonNode user = users.get(id);
        if (user == null) {
            return Author.of(NETWORK, id, null, null);
        }
        JsonNode followers = user.path("public_metrics").path("followers_count");
        return new Author(
                NETWORK,
                id,
                text(user, "username"),
                text(user, "name"),
                text(user, "description"),
                text(user, "location"),
                null,
                followers.isInt() ? followers.asInt() : null,
                user.path("verified").asBoolean(false),
                false);
    }

    private static @Nullable String text(JsonNode user, String name) {
        String value = user.path(name).asString("").strip();
        return value.isEmpty() ? null : value;
    }
}

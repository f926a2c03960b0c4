package dev.rapport.channels.reddit;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes messages of comments, posts and private messages. */
final class ReadsThings {

    static final String NETWORK = "reddit";

    private static final Set<String> MACHINES = Set.of("automoderator", "reddit");

    private final Instant countedAt;

    ReadsThings(Instant countedAt) {
        this.countedAt = countedAt;
    }

    /** An element of a list, with its {@code kind} and {@code data}. */
    Item item(JsonNode element) {
        return Payloads.item(id(element), element, one -> told(thing(one)).item());
    }

    Item again(Item.Unreadable kept) {
        return Payloads.again(kept, one -> told(thing(one)).item());
    }

    static Thing thing(JsonNode element) {
        return Payloads.of(element.path("data"), Thing.class);
    }

    static String id(JsonNode element) {
        return element.path("data").path("name").asString("");
    }

    private Told told(Thing thing) {
        Told told = Told.by(author(thing.author(), thing.subreddit()), thing.name(), thing.createdAt())
                .says(thing.words())
                .titled(thing.headline())
                .at(thing.link())
                .in(thing.isPrivate() || thing.subreddit() == null ? null : place(thing.subreddit()))
                .answering(thing.parentId())
                .within(thing.thread())
                .privately(thing.isPrivate())
                .automatic(isMachine(thing))
                .reached(thing.isPrivate() ? null : new Reach(thing.ups(), null, thing.numComments(), null, countedAt));
        if (thing.isGone()) {
            return told.says("").deleted();
        }
        return thing.revision().isEmpty() ? told : told.edited(thing.revision());
    }

    static Place place(String community) {
        return new Place("subreddit", community.toLowerCase(Locale.ROOT), "r/" + community);
    }

    /**
     * Names on Reddit never change and are never given away again, and not every list says the number, so the name is the id.
     * Moderators may write as their community.
     */
    private static Author author(@Nullable String name, @Nullable String community) {
        String shown = name != null ? name : community != null ? "r/" + community : "[deleted]";
        return Author.of(NETWORK, shown.toLowerCase(Locale.ROOT), shown, null);
    }

    private static boolean isMachine(Thing thing) {
        String author = thing.author();
        return author != null && MACHINES.contains(author.toLowerCase(Locale.ROOT))
                || "admin".equals(thing.distinguished());
    }
}

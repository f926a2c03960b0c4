package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Item;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What can be read of a place afterwards: a list of things, the newest first, and what is said below each of them. */
interface MetaTree {

    /** What the Graph API is asked for: a path, and names and values in turn. */
    record Edge(String path, String... query) {}

    /** Its name in cursors and on screens. */
    String name();

    Edge list();

    /** The time the list is in the order of; 0 when it cannot be read. */
    long listedAt(JsonNode thing);

    /** Whether something was said below a thing since. */
    boolean hasNews(JsonNode thing, long since);

    /** What tells that something was said below a thing where no time does; empty where one does. */
    default Optional<String> state(JsonNode thing) {
        return Optional.empty();
    }

    /** What the thing itself says, where it is a message. */
    default Optional<JsonNode> message(JsonNode thing) {
        return Optional.empty();
    }

    Edge below(String thing);

    /** How many pages of what was said below a thing are read. */
    int pages();

    /** Whether what was said below a thing comes newest first, each answer as one of its own. */
    default boolean isFlat() {
        return true;
    }

    /** What a part of a page below a thing says, with answers to it; nothing where there are no words for us. */
    List<JsonNode> messages(JsonNode part);

    /** When it was said, in seconds since 1970; 0 when that cannot be read. */
    long saidAt(JsonNode message);

    /** The id that a delivery has for it. */
    default String id(JsonNode message) {
        return message.path("id").asString("");
    }

    /** The message as a delivery would have brought it. */
    Item read(String thing, JsonNode message);
}

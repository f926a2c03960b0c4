package dev.rapport.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where people of the world talk; it becomes an inbox.
 *
 * @param file of its messages, without ending
 * @param address who we are there; empty where we only listen
 * @param kind of what it is divided into: forum, hashtag, page, group
 * @param places by the short name that its messages use
 */
record Place(
        String file,
        String name,
        String network,
        @Nullable String address,
        String visibility,
        @Nullable String kind,
        @Nullable Map<String, String> places) {

    boolean isUs(Object author) {
        return author.equals(address);
    }
}

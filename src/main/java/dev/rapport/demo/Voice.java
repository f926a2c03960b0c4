package dev.rapport.demo;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody as a network shows them, and the zone they live in. */
record Voice(
        String network,
        String handle,
        @Nullable String name,
        @Nullable String zone,
        @Nullable String location,
        @Nullable Integer followers,
        @Nullable String bio) {

    /** Where most of the world lives. */
    static final ZoneId HOME = ZoneId.of("Europe/Berlin");

    static Voice unknown(String network, String handle) {
        return new Voice(network, handle, null, null, null, null, null);
    }

    ZoneId clock() {
        return zone == null ? HOME : ZoneId.of(zone);
    }

    /** As an import of messages takes an author; who was only told of has a name and nothing else. */
    Map<String, Object> author() {
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("network", network);
        if (network.equals("heard")) {
            author.put("name", handle);
            return author;
        }
        author.put("id", handle);
        author.put("handle", handle);
        put(author, "name", name);
        put(author, "location", location);
        put(author, "followers", followers);
        put(author, "bio", bio);
        return author;
    }

    private static void put(Map<String, Object> author, String field, @Nullable Object value) {
        if (value != null) {
            author.put(field, value);
        }
    }
}

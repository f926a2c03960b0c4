package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import java.util.Comparator;
import java.util.Locale;

/**
 * What makes an author one profile: the network and its stable id. Of an author known by handle only the key is provisional,
 * {@code @} and the handle in lower case, until the id is heard.
 */
record AuthorKey(String network, String key, boolean provisional) implements Comparable<AuthorKey> {

    private static final Comparator<AuthorKey> ORDER =
            Comparator.comparing(AuthorKey::network).thenComparing(AuthorKey::key);

    static AuthorKey of(Author author) {
        String id = author.id();
        if (id != null && !id.isBlank()) {
            return new AuthorKey(author.network(), id, false);
        }
        return new AuthorKey(author.network(), provisionalKey(author), true);
    }

    static String provisionalKey(Author author) {
        String handle = author.handle();
        String name = author.name();
        String known =
                handle != null && !handle.isBlank() ? handle : name != null && !name.isBlank() ? name : "unknown";
        return "@" + known.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(AuthorKey other) {
        return ORDER.compare(this, other);
    }
}

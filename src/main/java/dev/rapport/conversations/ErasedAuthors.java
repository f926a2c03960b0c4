package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import dev.rapport.shared.ErasureLock;
import dev.rapport.shared.Sql;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps out what erased authors said before they were erased; what they say since comes from somebody new. */
@Component
class ErasedAuthors {

    private final Tombstones tombstones;
    private final ErasureLock lock;
    private final Sql sql;

    ErasedAuthors(Tombstones.Maker tombstones, ErasureLock lock, Sql sql) {
        this.tombstones = tombstones.of("conversations");
        this.lock = lock;
        this.sql = sql;
    }

    Tombstones tombstones() {
        return tombstones;
    }

    /** Nobody is erased until the caller's transaction ends. */
    void holdStill() {
        lock.keepOut();
    }

    /** Those of a page that may be taken, in its order. */
    List<Heard> takeable(List<Heard> heard) {
        Map<TombstoneKey, Instant> erased = tombstones.among(keys(heard));
        return erased.isEmpty()
                ? heard
                : heard.stream().filter(one -> !isBefore(one, erased)).toList();
    }

    /** When each author of these was erased, for those who said it before; by their position. */
    Map<Integer, Instant> saidBefore(List<Heard> heard) {
        Map<TombstoneKey, Instant> erased = tombstones.among(keys(heard));
        Map<Integer, Instant> before = new HashMap<>();
        for (int i = 0; i < heard.size() && !erased.isEmpty(); i++) {
            if (isBefore(heard.get(i), erased)) {
                before.put(i, erased.get(key(heard.get(i))));
            }
        }
        return before;
    }

    /** When these authors were erased; whoever never was is left out. */
    Map<AuthorKey, Instant> of(Collection<AuthorKey> authors) {
        Map<TombstoneKey, Instant> erased =
                tombstones.among(authors.stream().map(ErasedAuthors::key).toList());
        Map<AuthorKey, Instant> found = new HashMap<>();
        for (AuthorKey author : authors) {
            Instant at = erased.get(key(author));
            if (at != null) {
                found.put(author, at);
            }
        }
        return found;
    }

    /** Marks profiles whose author key once was an erased person's. */
    void mark(Map<AuthorKey, ProfileStore.Kept> profiles) {
        Map<AuthorKey, Instant> erased = of(profiles.keySet());
        if (erased.isEmpty()) {
            return;
        }
        List<Long> ids = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        profiles.forEach((author, kept) -> {
            Instant at = erased.get(author);
            if (at != null) {
                ids.add(kept.id());
                moments.add(at.toString());
            }
        });
        sql.sql("""
                update conversations.profiles p set erased_at = g.erased_at
                from unnest(:ids::bigint[], :moments::timestamptz[]) as g (id, erased_at)
                where p.id = g.id and p.erased_at is distinct from g.erased_at
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("moments", moments.toArray(String[]::new))
                .update();
    }

    private static boolean isBefore(Heard heard, Map<TombstoneKey, Instant> erased) {
        Instant at = erased.get(key(heard));
        return at != null && !heard.saidAt().isAfter(at);
    }

    private static Set<TombstoneKey> keys(List<Heard> heard) {
        Set<TombstoneKey> keys = new HashSet<>();
        heard.forEach(one -> keys.add(key(one)));
        return keys;
    }

    private static TombstoneKey key(Heard heard) {
        return key(AuthorKey.of(heard.author()));
    }

    private static TombstoneKey key(AuthorKey author) {
        return TombstoneKey.author(author.network(), author.key());
    }
}

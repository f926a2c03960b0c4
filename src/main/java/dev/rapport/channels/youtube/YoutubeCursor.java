package dev.rapport.channels.youtube;

import dev.rapport.channels.paging.WalkBack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a channel's comments were read. New threads are found from the newest back; new answers do not move a thread to the
 * front, so the threads that were busy last are looked at again.
 *
 * @param watched threads to look at again, the busiest last
 * @param at which of them is next; empty while threads are being found
 */
record YoutubeCursor(
        WalkBack walk, List<Watched> watched, @Nullable Integer at) {

    /** So many threads are asked for in one call, and so many are watched. */
    static final int TOGETHER = 50;

    private static final int MOST = 6 * TOGETHER;

    static final YoutubeCursor START = new YoutubeCursor(WalkBack.START, List.of(), null);

    /**
     * A thread and how it was when it was seen last.
     *
     * @param mark tells that state from others
     * @param busyAt seconds since 1970
     */
    record Watched(String id, String mark, long busyAt) {}

    YoutubeCursor {
        watched = List.copyOf(watched);
    }

    boolean isWatching() {
        return at != null;
    }

    /** Those that are looked at next. */
    List<Watched> due() {
        int from = at == null ? 0 : Math.min(at, watched.size());
        return watched.subList(from, Math.min(from + TOGETHER, watched.size()));
    }

    /** After a page of new threads; behind the last one the looking begins. */
    YoutubeCursor found(WalkBack next, List<Watched> threads) {
        List<Watched> all = with(threads);
        return new YoutubeCursor(next, all, next.goesOn() || all.isEmpty() ? null : 0);
    }

    /** After {@link #due()} was looked at; threads that stayed as they were keep their places. */
    YoutubeCursor looked(List<Watched> changed) {
        int behind = (at == null ? 0 : at) + TOGETHER;
        Map<String, Watched> all = new LinkedHashMap<>();
        watched.forEach(one -> all.put(one.id(), one));
        changed.forEach(one -> all.put(one.id(), one));
        List<Watched> same = new ArrayList<>(all.values());
        if (behind < same.size()) {
            return new YoutubeCursor(walk, same, behind);
        }
        return new YoutubeCursor(walk, busiest(same), null);
    }

    private List<Watched> with(List<Watched> threads) {
        Map<String, Watched> all = new LinkedHashMap<>();
        watched.forEach(one -> all.put(one.id(), one));
        threads.forEach(one -> all.put(one.id(), one));
        return busiest(all.values());
    }

    private static List<Watched> busiest(Iterable<Watched> threads) {
        List<Watched> all = new ArrayList<>();
        threads.forEach(all::add);
        all.sort(Comparator.comparingLong(Watched::busyAt).thenComparing(Watched::id));
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }
}

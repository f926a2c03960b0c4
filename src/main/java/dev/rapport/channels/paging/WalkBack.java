package dev.rapport.channels.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a place was read that lists only newest first: from the newest back to something that is known, page by page. A
 * walk that is broken off goes on where it was, and what came meanwhile is the next walk's.
 *
 * @param known ids of the newest items of the last walk that was finished
 * @param top ids of the newest items of the present walk, which are known once it is finished
 * @param back where the present walk goes on, in the place's own words; empty when none is under way
 */
public record WalkBack(
        List<String> known, List<String> top, @Nullable String back) {

    private static final int REMEMBERED = 50;
    private static final String NOTHING = "";

    /** Before the first walk. */
    public static final WalkBack START = new WalkBack(List.of(), List.of(), null);

    public WalkBack {
        known = List.copyOf(known);
        top = List.copyOf(top);
    }

    /** Whether the first walk has not been finished. */
    public boolean neverFinished() {
        return known.isEmpty();
    }

    public boolean goesOn() {
        return back != null;
    }

    /** The present walk once more from the newest, when its way back leads nowhere any more. */
    public WalkBack again() {
        return new WalkBack(known, List.of(), null);
    }

    /**
     * After one more page.
     *
     * @param ids of the page, newest first
     * @param older where the place says older ones are; empty for none
     * @param endsHere whether the walk ends with this page, whatever is behind it
     */
    public WalkBack after(List<String> ids, @Nullable String older, boolean endsHere) {
        List<String> newest = top.size() >= REMEMBERED ? top : first(top, ids);
        boolean met = ids.stream().anyMatch(Set.copyOf(known)::contains);
        if (met || endsHere || older == null || ids.isEmpty() || older.equals(back)) {
            return new WalkBack(finished(first(newest, known)), List.of(), null);
        }
        return new WalkBack(known, newest, older);
    }

    /** Whether an item was read in an earlier walk. */
    public boolean knows(String id) {
        return known.contains(id);
    }

    /** A place where nothing was is read too: what comes there next is new. */
    private static List<String> finished(List<String> known) {
        return known.isEmpty() ? List.of(NOTHING) : known;
    }

    private static List<String> first(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        List<String> list = new ArrayList<>(all);
        return list.size() <= REMEMBERED ? list : list.subList(0, REMEMBERED);
    }

    /** The ids of {@code page} that are not known, in its order. */
    public List<String> unknown(List<String> page) {
        Set<String> seen = new HashSet<>(known);
        return page.stream().filter(seen::add).toList();
    }
}

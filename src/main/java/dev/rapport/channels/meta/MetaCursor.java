package dev.rapport.channels.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a place of Meta was read. It is read in rounds, one tree after the other.
 *
 * @param marks how far each tree was read by finished rounds
 * @param states what was seen of things that tell no time
 * @param round the one under way; empty between two
 */
record MetaCursor(
        Map<String, Mark> marks,
        Map<String, String> states,
        @Nullable Round round) {

    static final MetaCursor START = new MetaCursor(Map.of(), Map.of(), null);

    /** What comes late, or is told with another clock, is still found so many seconds afterwards. */
    private static final long OVERLAP = 900;

    private static final int REMEMBERED = 500;

    /**
     * @param since seconds since 1970; what was said before is known
     * @param known what is known of the time after that, and of things that were not looked at again
     */
    record Mark(long since, List<String> known) {}

    /**
     * @param began seconds since 1970
     * @param left trees that it has not finished, the present one first
     * @param back where the present list goes on, in Meta's words
     * @param isListed whether the present list was read to its end
     * @param wasAgain whether the present list was begun anew because its way back led nowhere
     * @param below things whose answers are still to be read, the present one first
     * @param seen what was met of the time that the next round looks at again
     * @param wasHeard whether any tree could be read
     */
    record Round(
            long began,
            List<String> left,
            @Nullable String back,
            boolean isListed,
            boolean wasAgain,
            List<Below> below,
            List<String> seen,
            boolean wasHeard) {

        static Round of(long now, List<String> trees) {
            return new Round(now, trees, null, false, false, List.of(), List.of(), false);
        }

        String tree() {
            return left.getFirst();
        }

        long mark() {
            return began - OVERLAP;
        }

        Round listed(@Nullable String next, List<Below> found, List<String> met) {
            return new Round(began, left, next, next == null, wasAgain, joined(below, found), first(seen, met), true);
        }

        Round listAgain() {
            return new Round(began, left, null, false, true, below, seen, wasHeard);
        }

        /** After a page below the present thing. */
        Round read(@Nullable String next, List<String> met) {
            List<Below> rest = new ArrayList<>(below.subList(1, below.size()));
            if (next != null) {
                rest.addFirst(below.getFirst().next(next));
            }
            return new Round(began, left, back, isListed, wasAgain, rest, first(seen, met), wasHeard);
        }

        /** The present thing once more from its newest, or not at all. */
        Round refused() {
            Below present = below.getFirst();
            List<Below> rest = new ArrayList<>(below.subList(1, below.size()));
            if (present.back() != null && !present.wasAgain()) {
                rest.addFirst(new Below(present.thing(), null, 0, true));
            }
            return new Round(began, left, back, isListed, wasAgain, rest, seen, wasHeard);
        }

        private Round passed() {
            return new Round(began, left.subList(1, left.size()), null, false, false, List.of(), List.of(), wasHeard);
        }

        private static <T> List<T> joined(List<T> some, List<T> more) {
            List<T> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        }

        private static List<String> first(List<String> some, List<String> more) {
            Set<String> all = new LinkedHashSet<>(some);
            all.addAll(more);
            return all.stream().limit(REMEMBERED).toList();
        }
    }

    /**
     * Something below which more was said.
     *
     * @param back where that goes on, in Meta's words
     * @param page how many pages of it were read
     * @param wasAgain whether it was begun anew because its way back led nowhere
     */
    record Below(String thing, @Nullable String back, int page, boolean wasAgain) {

        static Below of(String thing) {
            return new Below(thing, null, 0, false);
        }

        Below next(String more) {
            return new Below(thing, more, page + 1, wasAgain);
        }
    }

    Optional<String> state(String thing) {
        return Optional.ofNullable(states.get(thing));
    }

    /** With what was seen of things; a first page is of the newest, and others are not looked at any more. */
    MetaCursor seeing(Map<String, String> things, boolean isFirst) {
        Map<String, String> all = new HashMap<>(isFirst ? Map.of() : states);
        all.putAll(things);
        return new MetaCursor(marks, all, round);
    }

    /** With a round as it is now: trees that are read to their ends are finished. */
    MetaCursor with(Round now) {
        if (!now.isListed() || !now.below().isEmpty()) {
            return new MetaCursor(marks, states, now);
        }
        Map<String, Mark> further = new HashMap<>(marks);
        List<String> before =
                marks.getOrDefault(now.tree(), new Mark(0, List.of())).known();
        further.put(now.tree(), new Mark(now.mark(), Round.first(now.seen(), before)));
        return new MetaCursor(further, states, null).without(now);
    }

    /** The present tree is left where it was. */
    MetaCursor without(Round now) {
        Round rest = now.passed();
        return new MetaCursor(marks, states, rest.left().isEmpty() ? null : rest);
    }
}

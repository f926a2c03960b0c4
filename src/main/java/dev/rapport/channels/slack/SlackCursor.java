package dev.rapport.channels.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a workspace was read. It is read in rounds: each of the channels the app is in, from its newest message back to what is
 * known, and the threads found there that have new answers.
 *
 * @param before where the reading of a channel begins that was in no round yet
 * @param began when the present round began
 * @param left channels that the present round has not finished, the present one first
 * @param marks how far each channel was read by finished walks
 * @param walk in the present channel; empty before its first page
 * @param threads whose new answers are still to be read, the present one first
 */
record SlackCursor(
        String before,
        String began,
        List<String> left,
        Map<String, SlackMarks> marks,
        @Nullable Walk walk,
        List<Unread> threads) {

    static final SlackCursor START = new SlackCursor("", "", List.of(), Map.of(), null, List.of());

    SlackCursor {
        left = List.copyOf(left);
        marks = Map.copyOf(marks);
        threads = List.copyOf(threads);
    }

    /**
     * From a channel's newest message back.
     *
     * @param top what its first page showed, which is known once the walk is finished
     * @param back where it goes on, in Slack's words
     */
    record Walk(SlackMarks top, String back) {}

    /**
     * A thread with answers that are not known.
     *
     * @param since all answers up to here are known
     * @param back where its next page is, in Slack's words
     * @param wasAgain whether it was begun anew because its way back led nowhere
     */
    record Unread(
            String channel,
            String ts,
            String since,
            @Nullable String back,
            boolean wasAgain) {

        Unread next(String page) {
            return new Unread(channel, ts, since, page, wasAgain);
        }

        Unread again() {
            return new Unread(channel, ts, since, null, true);
        }
    }

    boolean goesOn() {
        return !left.isEmpty() || !threads.isEmpty();
    }

    @Nullable
    String back() {
        return walk == null ? null : walk.back();
    }

    /** How far a channel was read. A channel that the app came into since the last round is new from then on. */
    SlackMarks known(String channel) {
        return marks.getOrDefault(channel, SlackMarks.at(before));
    }

    /** A new round. */
    SlackCursor round(List<String> channels, String beginning, String now) {
        return new SlackCursor(began.isEmpty() ? beginning : began, now, channels, marks, null, List.of());
    }

    /** After a page of the present channel, with more behind it. */
    SlackCursor walked(SlackMarks top, String back, List<Unread> found) {
        return new SlackCursor(before, began, left, marks, new Walk(top, back), found);
    }

    /** After the last page of the present channel. */
    SlackCursor finished(SlackMarks top, List<Unread> found) {
        Map<String, SlackMarks> all = new HashMap<>(marks);
        all.put(left.getFirst(), top);
        return new SlackCursor(before, began, left.subList(1, left.size()), all, null, found);
    }

    /** The present channel is left where it was. */
    SlackCursor passed() {
        Map<String, SlackMarks> all = new HashMap<>(marks);
        all.putIfAbsent(left.getFirst(), known(left.getFirst()));
        return new SlackCursor(before, began, left.subList(1, left.size()), all, null, threads);
    }

    /** After a page of the present thread. */
    SlackCursor answered(@Nullable String back) {
        List<Unread> rest = new ArrayList<>(threads.subList(1, threads.size()));
        if (back != null) {
            rest.addFirst(threads.getFirst().next(back));
        }
        return new SlackCursor(before, began, left, marks, walk, rest);
    }

    /** The present thread once more from its beginning. */
    SlackCursor answersAgain() {
        List<Unread> all = new ArrayList<>(threads);
        all.set(0, all.getFirst().again());
        return new SlackCursor(before, began, left, marks, walk, all);
    }
}

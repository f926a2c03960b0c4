package dev.rapport.people.web;

import dev.rapport.people.Purpose;
import dev.rapport.shared.web.Band;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well the matcher does, as far as people have looked at it.
 *
 * @param rules the version of the weights in force
 * @param answers how many answers moved them
 * @param right of those drawn by lot and checked, how many were right
 * @param checked how many were
 * @param open how many wait to be checked
 * @param bands stated probability against what people answered
 * @param coverage who the voices of the last ninety days are
 * @param oldest since when the oldest question waits; empty when none does
 * @param answered how many questions were answered within thirty days
 * @param purposes what the knowledge may be used for
 */
public record Scorecard(
        String rules,
        int answers,
        int right,
        int checked,
        int open,
        List<Band> bands,
        Coverage coverage,
        int waiting,
        @Nullable Instant oldest,
        int answered,
        Map<Purpose, Boolean> purposes) {

    /** Voices by what is known of them. */
    public record Coverage(int byEvidence, int byPeople, int asked, int anonymous) {

        public int all() {
            return byEvidence + byPeople + asked + anonymous;
        }
    }

    /** The share that was right; only meaningful when some were checked. */
    public double precision() {
        return checked == 0 ? 0 : right / (double) checked;
    }

    /** How low the share may be in truth (Wilson, 95 %). */
    public double atLeast() {
        return Wilson.lower(right, checked);
    }

    /** How high it may be. */
    public double atMost() {
        return 1 - Wilson.lower(checked - right, checked);
    }
}

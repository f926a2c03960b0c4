package dev.rapport.desk.home;

import java.util.List;

/**
 * What was said lately.
 *
 * @param sinceYesterday messages of customers since the beginning of yesterday
 * @param changes what is spoken of otherwise than the week before, the largest change first
 */
public record Lately(int sinceYesterday, Curve curve, List<Change> changes) {

    /** How often something of ours was praised and blamed this week and in the one before. */
    public record Change(String target, int good, int bad, int goodBefore, int badBefore) {

        int size() {
            return Math.abs(good - goodBefore) + Math.abs(bad - badBefore);
        }

        /** Whether blame is what changed most. */
        public boolean isWorse() {
            return bad - badBefore >= good - goodBefore;
        }
    }

    public boolean isSilent() {
        return sinceYesterday == 0 && curve.isEmpty();
    }
}

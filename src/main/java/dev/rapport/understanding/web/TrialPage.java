package dev.rapport.understanding.web;

import dev.rapport.shared.web.FormProblems;
import java.time.Instant;
import java.util.List;

/**
 * What a pattern would have caught.
 *
 * @param problems why it could not be tried
 * @param said how many messages of its language were looked through
 */
public record TrialPage(FormProblems problems, int said, int caught, List<Found> newest) {

    static TrialPage not(FormProblems problems) {
        return new TrialPage(problems, 0, 0, List.of());
    }

    /** A message in three parts: before, the words that were found, after. */
    public record Found(long message, long conversation, String before, String words, String after, Instant saidAt) {}
}

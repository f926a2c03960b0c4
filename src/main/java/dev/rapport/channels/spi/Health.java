package dev.rapport.channels.spi;

import java.util.List;

/**
 * What a probe saw.
 *
 * @param works whether every step succeeded
 * @param steps what was tried in order, each with its outcome, in words a user can act on
 */
public record Health(boolean works, List<Step> steps) {

    /** All steps in order; it works when each of them does. */
    public static Health of(List<Step> steps) {
        return new Health(steps.stream().allMatch(Step::ok), List.copyOf(steps));
    }

    /**
     * One thing tried.
     *
     * @param what its name in the texts of the screens, {@code channels.probe.<what>}
     * @param seen what was seen, or the reason in the words of the other side, for the holes of that text
     */
    public record Step(String what, boolean ok, List<String> seen) {}
}

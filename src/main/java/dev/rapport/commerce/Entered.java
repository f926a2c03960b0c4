package dev.rapport.commerce;

import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link CatalogueLine}.
 *
 * @param refused why it was not entered, when it was not
 */
public record Entered(Outcome outcome, @Nullable CatalogueRefused refused) {

    static Entered as(Outcome outcome) {
        return new Entered(outcome, null);
    }

    static Entered refused(CatalogueRefused why) {
        return new Entered(Outcome.REFUSED, why);
    }

    /** New, different from before, as before, or not possible. */
    public enum Outcome {
        ADDED,
        CHANGED,
        REPEATED,
        REFUSED
    }
}

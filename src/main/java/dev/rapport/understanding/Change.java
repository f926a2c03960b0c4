package dev.rapport.understanding;

import dev.rapport.commerce.Target;
import org.jspecify.annotations.Nullable;

/** One thing about a reading that should have been otherwise, or is confirmed as it is. */
public sealed interface Change {

    /** The message as a whole feels like this. */
    record PolarityIs(Polarity polarity) implements Change {}

    /** It feels like this about a target. */
    record OpinionIs(About about, Polarity polarity) implements Change {}

    /**
     * What was taken for one target is another.
     *
     * @param right what it is about instead; empty when it is about none of the catalogue
     */
    record TargetIs(About wrong, @Nullable Target right) implements Change {}

    /** The writer does, or does not, want this. */
    record IntentIs(Intent intent, boolean meant) implements Change {}

    /** Why they turn to us: the key of a reason, or empty for none. */
    record ReasonIs(@Nullable String reason) implements Change {}
}

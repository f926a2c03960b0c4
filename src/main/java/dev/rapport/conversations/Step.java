package dev.rapport.conversations;

import java.util.Optional;

/** What happens to a batch after it was accepted, in this order. */
public enum Step {
    /** Authors, threads and messages stand in their tables. */
    PLACED,
    /** Every message has its reading. */
    UNDERSTOOD,
    /** Its profiles are compared with the persons who are known. */
    ATTRIBUTED,
    /** Whoever has to act on a message has taken it. */
    PICKED_UP;

    /** The step after this one; empty after the last. */
    public Optional<Step> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}

package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/** What a connector says of a delivery after looking at its proof, before anything in it is believed. */
public sealed interface Receipt {

    /**
     * It comes from the place: it is kept and interpreted later.
     *
     * @param eventId the place's own number of the delivery, by which a second one is known; empty when it has none
     */
    record Genuine(@Nullable String eventId) implements Receipt {}

    /** The place asks whether the address is ours; nothing is kept. */
    record Answer(String text) implements Receipt {}

    /** No proof, a wrong one, or one that is too old. */
    record Refused(String why) implements Receipt {}

    /** No secret is set: to strangers the address does not exist. */
    record Inert() implements Receipt {}
}

package dev.rapport.desk.corrections;

import dev.rapport.desk.readings.WhatWasRead;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forms that correct what was read in a message, and what was said about it so far.
 *
 * @param reasons to choose from
 * @param targets the names of the catalogue's entries
 * @param refusal of what was last sent
 * @param isFocused whether the reader is to begin here
 */
public record CorrectionPanel(
        WhatWasRead read,
        List<CareReason> reasons,
        List<String> targets,
        List<Held> held,
        @Nullable Refusal refusal,
        boolean isFocused) {

    /** Why nothing was kept, as a message key with its arguments. */
    public record Refusal(String key, List<String> args) {}

    /**
     * What somebody said and was not taken back.
     *
     * @param about the name of what it is about, for opinions and targets
     * @param right the name of what it is about instead, or our own name of the reason; empty for none, and for a shipped
     *     reason
     * @param by a name; empty when the user is gone
     * @param confirms whether the reader had said the same
     */
    public record Held(
            long id, Change change, String about, @Nullable String right, String by, Instant at, boolean confirms) {}

    /** Whether the reason read is one that can still be chosen. */
    public boolean hasReason(CareReason reason) {
        return read.reason() != null && read.reason().key().equals(reason.key());
    }
}

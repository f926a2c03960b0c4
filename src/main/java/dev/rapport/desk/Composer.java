package dev.rapport.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer or a note is written.
 *
 * @param refusal the message key of why no reply is possible; empty when one is
 * @param room the longest reply; empty for no limit
 * @param reply words kept from before
 * @param note words kept from before
 * @param isNote whether a note is begun with
 * @param drafter the model that can be asked for a draft; empty when none may
 */
public record Composer(
        ThreadHead head,
        @Nullable String refusal,
        boolean canNote,
        @Nullable Integer room,
        String reply,
        String note,
        boolean isNote,
        @Nullable String drafter) {

    public boolean canReply() {
        return refusal == null;
    }
}

package dev.rapport.access;

import dev.rapport.shared.Id;

/** An invitation that was not yet accepted. */
public record InvitationId(long value) implements Id {

    public static InvitationId of(Long value) {
        return new InvitationId(value);
    }
}

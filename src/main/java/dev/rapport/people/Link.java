package dev.rapport.people;

import dev.rapport.people.CannotLink.Why;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person speaks with a profile: a statement with a state, never a merge.
 *
 * @param decidedBy who decided; empty when the evidence did
 */
public record Link(
        LinkId id,
        ProfileId profile,
        PersonId person,
        LinkState state,
        @Nullable UserId decidedBy,
        int version) {

    public boolean isConfirmed() {
        return state == LinkState.CONFIRMED;
    }

    /** What a person decided is never changed by evidence. */
    public boolean isDecidedByPerson() {
        return decidedBy != null || state == LinkState.REFUSED;
    }

    LinkState withdrawn() {
        if (!isConfirmed()) {
            throw new CannotLink(Why.NOT_CONFIRMED);
        }
        return LinkState.WITHDRAWN;
    }

    /** What it was before the refusal. */
    LinkState refusalTakenBack(@Nullable LinkState before) {
        if (state != LinkState.REFUSED) {
            throw new CannotLink(Why.NOT_REFUSED);
        }
        return before == null ? LinkState.WITHDRAWN : before;
    }
}

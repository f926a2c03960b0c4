package dev.rapport.cases;

import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer needs from us, whichever conversations it is spoken of in.
 *
 * @param priority 0 to 100; at least the urgency of what was said
 * @param dueAt by when a reply is promised; counts while the case is open
 * @param version rises with every change, also with what a customer says
 */
public record Case(
        CaseId id,
        String title,
        CaseState state,
        @Nullable TeamId teamId,
        @Nullable UserId assigneeId,
        int priority,
        @Nullable Instant dueAt,
        @Nullable Instant snoozedUntil,
        int version) {

    public static final int LONGEST_TITLE = 200;

    public boolean isResolved() {
        return state == CaseState.RESOLVED;
    }

    /** Whether a promised reply is late. */
    public boolean isOverdue(Instant now) {
        return state == CaseState.OPEN && dueAt != null && dueAt.isBefore(now);
    }

    Case assignedTo(@Nullable UserId user) {
        return new Case(id, title, state, teamId, user, priority, dueAt, snoozedUntil, version);
    }

    /** Another team's now; whoever had it in the former team has it no longer. */
    Case handedTo(@Nullable TeamId team) {
        return new Case(id, title, state, team, null, priority, dueAt, snoozedUntil, version);
    }

    Case named(String words) {
        if (words.isBlank() || words.length() > LONGEST_TITLE) {
            throw new CannotChange(CannotChange.Why.TITLE);
        }
        return new Case(id, words.strip(), state, teamId, assigneeId, priority, dueAt, snoozedUntil, version);
    }

    Case snoozed(Instant until, Instant now) {
        mustNotBeResolved();
        if (!until.isAfter(now)) {
            throw new CannotChange(CannotChange.Why.PAST);
        }
        return in(CaseState.SNOOZED, until);
    }

    Case waiting() {
        mustNotBeResolved();
        return in(CaseState.WAITING, null);
    }

    Case resolved() {
        mustNotBeResolved();
        return in(CaseState.RESOLVED, null);
    }

    /** Open again, from whichever state. */
    Case reopened() {
        return in(CaseState.OPEN, null);
    }

    private Case in(CaseState next, @Nullable Instant until) {
        return new Case(id, title, next, teamId, assigneeId, priority, dueAt, until, version);
    }

    private void mustNotBeResolved() {
        if (isResolved()) {
            throw new CannotChange(CannotChange.Why.RESOLVED);
        }
    }
}

package dev.rapport.cases;

import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Gives a case to a user, or to nobody.
 *
 * @param version the version the giver looked at; empty to give it whoever has it now
 */
public record AssignCase(
        CaseId id,
        @Nullable UserId by,
        @Nullable UserId to,
        @Nullable Integer version) {}

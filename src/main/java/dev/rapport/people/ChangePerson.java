package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is known about a person this.
 *
 * @param version the one that was looked at
 */
public record ChangePerson(
        PersonId id,
        int version,
        PersonFacts facts,
        @Nullable UserId by) {}

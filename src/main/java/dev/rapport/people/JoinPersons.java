package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Says that a person is the same human as another, who leads: on whose page everything stands. */
public record JoinPersons(
        PersonId person,
        PersonId leading,
        UserId by,
        @Nullable String why) {}

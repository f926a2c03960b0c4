package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Takes a person from under the one who leads; both are as they were before. */
public record PartPersons(
        PersonId person, UserId by, @Nullable String why) {}

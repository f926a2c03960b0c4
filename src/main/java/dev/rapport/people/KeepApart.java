package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Says that two persons are two humans, however alike they look. */
public record KeepApart(
        PersonId person,
        PersonId other,
        UserId by,
        @Nullable String why) {}

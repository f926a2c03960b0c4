package dev.rapport.people;

import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Adds a person. */
public record AddPerson(
        PersonFacts facts, Origin origin, @Nullable UserId by) {}

package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;

/** Erases everything that is held about a person. It cannot be undone. */
public record ErasePerson(PersonId person, UserId by) {}

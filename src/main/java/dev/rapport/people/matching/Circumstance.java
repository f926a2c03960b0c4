package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;

/**
 * Something that speaks for a contact and stands neither on the profile nor on the contact's card: what they own, whom they
 * talk with.
 *
 * @param level one of the kind's levels
 * @param found what it was, as it is shown
 */
public record Circumstance(PersonId person, Kind kind, String level, String found) {}

package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A profile of which it is known who is behind it.
 *
 * @param person nobody, when it is known to be none of the contacts
 * @param source what is left out together when thresholds are chosen: a country, an inbox, an import
 */
public record Lesson(ProfileFacts profile, @Nullable PersonId person, String source) {}

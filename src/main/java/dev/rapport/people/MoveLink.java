package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Says that a person speaks with a profile instead of whoever it is linked to now.
 *
 * @param why in the decider's own words
 */
public record MoveLink(
        ProfileId profile,
        PersonId person,
        UserId by,
        @Nullable String why) {}

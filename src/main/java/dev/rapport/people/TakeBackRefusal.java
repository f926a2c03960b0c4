package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Takes a refusal back: the link is what it was before.
 *
 * @param why in the decider's own words
 */
public record TakeBackRefusal(
        ProfileId profile,
        PersonId person,
        UserId by,
        @Nullable String why) {}

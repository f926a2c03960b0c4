package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Takes a confirmed link back.
 *
 * @param why in the decider's own words
 */
public record WithdrawLink(
        ProfileId profile,
        PersonId person,
        UserId by,
        @Nullable String why) {}

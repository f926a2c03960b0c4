package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Says that a person does not speak with a profile; remembered for ever, unless it is taken back.
 *
 * @param why in the decider's own words
 */
public record RefuseLink(
        ProfileId profile,
        PersonId person,
        UserId by,
        @Nullable String why) {}

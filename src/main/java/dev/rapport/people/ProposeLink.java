package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a person speaks with a profile.
 *
 * @param probability 0 to 1; empty when nothing was weighed
 * @param rules the version of what weighed the evidence
 */
public record ProposeLink(
        ProfileId profile, PersonId person, @Nullable Double probability, List<Evidence> evidence, String rules) {}

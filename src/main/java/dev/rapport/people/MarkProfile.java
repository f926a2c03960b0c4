package dev.rapport.people;

import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;

/** Says that no single person speaks by a profile. */
public record MarkProfile(ProfileId profile, Nature nature, UserId by) {}

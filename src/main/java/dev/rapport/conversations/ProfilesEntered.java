package dev.rapport.conversations;

import dev.rapport.shared.ProfileId;
import java.util.Set;

/** Profiles that came in by a file, new or others than before. */
public record ProfilesEntered(Set<ProfileId> profiles) {}

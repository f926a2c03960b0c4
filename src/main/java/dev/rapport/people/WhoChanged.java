package dev.rapport.people;

import dev.rapport.shared.ProfileId;
import java.util.Set;

/** Who speaks with these profiles is another than before, or is known now, or no longer. */
public record WhoChanged(Set<ProfileId> profiles) {}

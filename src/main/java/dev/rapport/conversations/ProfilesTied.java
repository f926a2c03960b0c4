package dev.rapport.conversations;

import dev.rapport.shared.ProfileId;
import java.util.Map;

/** Provisional profiles whose network id is known now, each with the profile of that id: the same voice. */
public record ProfilesTied(Map<ProfileId, ProfileId> voices) {}

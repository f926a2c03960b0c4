package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.List;

/**
 * What the matcher makes of a voice and a person: a link, or a question.
 *
 * @param state {@link LinkState#CONFIRMED} or {@link LinkState#PROPOSED}
 * @param probability 0 to 1
 */
record Verdict(ProfileId voice, PersonId person, LinkState state, double probability, List<Evidence> evidence) {}

package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import java.util.List;

/**
 * A person who may be behind a profile.
 *
 * @param probability calibrated, rivals and nobody taken into account
 * @param evidence everything compared that was known, in the order of the kinds
 */
public record Candidate(PersonId person, double probability, List<Evidence> evidence) {

    public Candidate {
        evidence = List.copyOf(evidence);
    }

    /** The weight of all evidence in bits, without the prior and the place. */
    public double bits() {
        return evidence.stream().mapToDouble(Evidence::bits).sum();
    }
}

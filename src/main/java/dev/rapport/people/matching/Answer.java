package dev.rapport.people.matching;

import java.util.List;
import java.util.Optional;

/**
 * Who may be behind a profile, the likeliest first; at most {@link Matcher#SHOWN}.
 *
 * @param nobody the probability that it is none of the contacts
 * @param base the bits every candidate started with: how seldom a profile met at that place is one given contact's
 */
public record Answer(List<Candidate> candidates, double nobody, double base, Zone zone) {

    public Answer {
        candidates = List.copyOf(candidates);
    }

    public Optional<Candidate> likeliest() {
        return candidates.stream().findFirst();
    }
}

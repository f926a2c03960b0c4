package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;

/**
 * Says who may be behind a profile: finds candidates in the index, compares them kind by kind, weighs them against each other
 * and nobody. The same contacts, profile and model give the same answer, whatever came before. Any number of threads may ask.
 */
public final class Matcher {

    /** How many candidates an answer has at most. */
    public static final int SHOWN = 5;

    private static final double WORTH_SHOWING = 0.001;

    private final ContactIndex index;
    private final Model model;

    public Matcher(ContactIndex index, Model model) {
        this.index = index;
        this.model = model;
    }

    /** Answers for a profile met at a place of which nothing is known. */
    public Answer resolve(ProfileFacts profile) {
        return resolve(profile, 0);
    }

    /** @param place the bits the place it was met in adds, from {@link PlaceRates#shift} */
    public Answer resolve(ProfileFacts profile, double place) {
        Lock reading = index.reading();
        reading.lock();
        try {
            return answer(profile, Lineup.of(profile, index), place);
        } finally {
            reading.unlock();
        }
    }

    private Answer answer(ProfileFacts profile, Lineup lineup, double place) {
        List<Suspect> suspects = lineup.suspects();
        Posterior posterior = model.judgement(profile).curve().of(Posterior.of(suspects, model.weights(), place));
        List<Candidate> candidates = new ArrayList<>();
        IntStream.range(0, suspects.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -posterior.candidates()[i]))
                .limit(SHOWN)
                .filter(i -> candidates.isEmpty() || posterior.candidates()[i] > WORTH_SHOWING)
                .forEach(i -> candidates.add(
                        candidate(lineup, suspects.get(i), posterior.candidates()[i])));
        double best = candidates.isEmpty() ? 0 : candidates.getFirst().probability();
        return new Answer(candidates, posterior.nobody(), model.weights().prior() + place, model.zone(profile, best));
    }

    private Candidate candidate(Lineup lineup, Suspect suspect, double probability) {
        List<Evidence> evidence = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int level = suspect.gamma().level(kind);
            if (level != Gamma.UNKNOWN) {
                String found = lineup.found(kind, suspect, index);
                evidence.add(new Evidence(
                        kind, kind.levels().get(level), found, model.weights().of(kind, level)));
            }
        }
        return new Candidate(index.person(suspect.slot()), probability, evidence);
    }
}

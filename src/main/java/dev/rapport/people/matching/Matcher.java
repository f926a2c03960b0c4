package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable PersonId besides;

    public Matcher(ContactIndex index, Model model) {
        this(index, model, null);
    }

    private Matcher(ContactIndex index, Model model, @Nullable PersonId besides) {
        this.index = index;
        this.model = model;
        this.besides = besides;
    }

    /** The same, who leaves one person out: asked with that person's own facts it says who else they may be. */
    public Matcher besides(PersonId person) {
        return new Matcher(index, model, person);
    }

    /** Answers for a profile met at a place of which nothing is known. */
    public Answer resolve(ProfileFacts profile) {
        return resolve(profile, 0);
    }

    /** @param place the bits the place it was met in adds, from {@link PlaceRates#shift} */
    public Answer resolve(ProfileFacts profile, double place) {
        return resolve(profile, place, List.of());
    }

    /** @param circumstances what else speaks for some of those an earlier answer named */
    public Answer resolve(ProfileFacts profile, double place, List<Circumstance> circumstances) {
        Lock reading = index.reading();
        reading.lock();
        try {
            Lineup lineup = Lineup.of(profile, index).without(besides);
            circumstances.forEach(lineup::consider);
            return answer(profile, lineup, place, circumstances);
        } finally {
            reading.unlock();
        }
    }

    private Answer answer(ProfileFacts profile, Lineup lineup, double place, List<Circumstance> circumstances) {
        List<Suspect> suspects = lineup.suspects();
        Posterior posterior = model.judgement(profile).curve().of(Posterior.of(suspects, model.weights(), place));
        List<Candidate> candidates = new ArrayList<>();
        IntStream.range(0, suspects.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -posterior.candidates()[i]))
                .limit(SHOWN)
                .filter(i -> candidates.isEmpty() || posterior.candidates()[i] > WORTH_SHOWING)
                .forEach(i -> candidates.add(
                        candidate(lineup, suspects.get(i), posterior.candidates()[i], circumstances)));
        double best = candidates.isEmpty() ? 0 : candidates.getFirst().probability();
        return new Answer(candidates, posterior.nobody(), model.weights().prior() + place, model.zone(profile, best));
    }

    private Candidate candidate(Lineup lineup, Suspect suspect, double probability, List<Circumstance> circumstances) {
        List<Evidence> evidence = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int level = suspect.gamma().level(kind);
            if (level != Gamma.UNKNOWN) {
                String found = circumstances.stream()
                        .filter(one -> one.kind() == kind && one.person().value() == suspect.person())
                        .map(Circumstance::found)
                        .findFirst()
                        .orElseGet(() -> lineup.found(kind, suspect, index));
                evidence.add(new Evidence(
                        kind, kind.levels().get(level), found, model.weights().of(kind, level)));
            }
        }
        return new Candidate(index.person(suspect.slot()), probability, evidence);
    }
}

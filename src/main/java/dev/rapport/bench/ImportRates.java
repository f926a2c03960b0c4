package dev.rapport.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The seconds that one kind of thing took in each round, and what follows from them. */
final class ImportRates {

    private record Round(double copy, double first, double repeat) {}

    private final int count;
    private final List<Round> rounds = new ArrayList<>();

    ImportRates(int count) {
        this.count = count;
    }

    void add(double copy, double first, double repeat) {
        rounds.add(new Round(copy, first, repeat));
    }

    /** The import's rate as a share of the bare copy's. */
    double toCopy() {
        return Figures.median(
                rounds.stream().map(round -> round.copy / round.first).toList());
    }

    double perSecond() {
        return Figures.median(rounds.stream().map(round -> count / round.first).toList());
    }

    /** How many times as fast everything was the second time. */
    static double repeatToFirst(Collection<ImportRates> all) {
        int rounds = all.iterator().next().rounds.size();
        return Figures.median(IntStream.range(0, rounds)
                .mapToObj(i ->
                        all.stream().mapToDouble(one -> one.rounds.get(i).first).sum()
                                / all.stream()
                                        .mapToDouble(one -> one.rounds.get(i).repeat)
                                        .sum())
                .toList());
    }
}

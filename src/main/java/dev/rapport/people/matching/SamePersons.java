package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the records of two lists that are the same person, without labels: Fellegi and Sunter with weights from expectation
 * maximisation, term frequency for equal values, and at most one partner a record.
 */
public final class SamePersons {

    /** Levels of a field: the same, alike, in the neighbour's place, another; unknown is no level. */
    private static final int SAME = 0;

    private static final int ALIKE = 1;
    private static final int SWAPPED = 2;
    private static final int OTHER = 3;
    private static final int LEVELS = 4;
    private static final double ALIKE_FROM = 0.85;
    private static final int ROUNDS = 15;
    private static final int COMMON = 300;
    private static final int CANDIDATES = 12;
    private static final int PREFIX = 4;
    private static final int STRANGERS = 50_000;

    private final List<Fields> right;
    private final int fields;
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final Map<String, List<Integer>> blocks = new HashMap<>();
    private final double[][] m;
    private final double[][] u;
    private double prior;

    /** Two records and the probability that they are one person. */
    public record Pair(long left, long right, double probability) {}

    private record Compared(int left, int right, int[] levels) {}

    private SamePersons(List<Fields> right) {
        this.right = right;
        this.fields = right.isEmpty() ? 0 : right.getFirst().values().size();
        this.m = new double[fields][];
        this.u = new double[fields][LEVELS];
        this.prior = -log2(2.0 * Math.max(1, right.size()));
        for (int field = 0; field < fields; field++) {
            counts.add(new HashMap<>());
            m[field] = new double[] {0.8, 0.1, 0.02, 0.08};
        }
        for (int i = 0; i < right.size(); i++) {
            for (int field = 0; field < fields; field++) {
                counts.get(field).merge(right.get(i).values().get(field), 1, Integer::sum);
            }
            for (String key : keys(right.get(i))) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
    }

    /** The pairs likelier than not, the likeliest first; each record stands in one pair at most. */
    public static List<Pair> find(List<Fields> left, List<Fields> right) {
        var all = new SamePersons(right);
        all.chance(left);
        List<List<Compared>> lineups = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            lineups.add(all.candidates(i, left.get(i)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            all.maximise(lineups);
        }
        return all.partners(left, lineups);
    }

    private Set<String> keys(Fields record) {
        Set<String> keys = new HashSet<>();
        for (int field = 0; field < fields; field++) {
            String value = record.values().get(field);
            if (!value.isEmpty()) {
                // the first two are names, which get into each other's field
                keys.add((field < 2 ? 0 : field) + ":" + value);
                keys.add((field < 2 ? 0 : field) + "^" + value.substring(0, Math.min(PREFIX, value.length())));
            }
        }
        return keys;
    }

    private List<Compared> candidates(int number, Fields record) {
        Map<Integer, Double> points = new HashMap<>();
        for (String key : keys(record)) {
            List<Integer> block = blocks.getOrDefault(key, List.of());
            if (block.size() <= COMMON) {
                block.forEach(
                        other -> points.merge(other, Math.log(right.size() / (double) block.size()), Double::sum));
            }
        }
        return points.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(other -> new Compared(number, other.getKey(), levels(record, right.get(other.getKey()))))
                .toList();
    }

    private int[] levels(Fields one, Fields other) {
        int[] levels = new int[fields];
        for (int field = 0; field < fields; field++) {
            String a = one.values().get(field);
            String b = other.values().get(field);
            int beside = field % 2 == 0 ? Math.min(field + 1, fields - 1) : field - 1;
            if (a.isEmpty() || b.isEmpty()) {
                levels[field] = Gamma.UNKNOWN;
            } else if (a.equals(b)) {
                levels[field] = SAME;
            } else if (a.equals(other.values().get(beside))) {
                levels[field] = SWAPPED;
            } else {
                levels[field] = JaroWinkler.of(a, b) >= ALIKE_FROM ? ALIKE : OTHER;
            }
        }
        return levels;
    }

    private double weight(Compared pair) {
        double sum = prior;
        for (int field = 0; field < fields; field++) {
            int level = pair.levels()[field];
            if (level != Gamma.UNKNOWN) {
                double byChance = level == SAME
                        ? frequency(field, right.get(pair.right()).values().get(field))
                        : u[field][level];
                sum += log2(m[field][level] / byChance);
            }
        }
        return sum;
    }

    /** How often a stranger has this very value: agreement on a rare one weighs more (Winkler's frequency weights). */
    private double frequency(int field, String value) {
        return counts.get(field).getOrDefault(value, 1) / (double) right.size();
    }

    /** How often strangers come out at each level, from pairs that have nothing to do with each other. */
    private void chance(List<Fields> left) {
        for (double[] levels : u) {
            Arrays.fill(levels, 1);
        }
        for (int i = 0; i < STRANGERS && !left.isEmpty() && fields > 0; i++) {
            Fields one = left.get(i % left.size());
            Fields other = right.get((int) ((i * 7919L + 13) % right.size()));
            int[] levels = levels(one, other);
            for (int field = 0; field < fields; field++) {
                if (levels[field] != Gamma.UNKNOWN) {
                    u[field][levels[field]]++;
                }
            }
        }
        for (double[] levels : u) {
            share(levels);
        }
    }

    private static void share(double[] counted) {
        double sum = Arrays.stream(counted).sum();
        for (int level = 0; level < counted.length; level++) {
            counted[level] /= sum;
        }
    }

    private double[] posterior(List<Compared> lineup) {
        double[] chances = new double[lineup.size()];
        double sum = 1;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Math.pow(2, Math.min(weight(lineup.get(i)), 200));
            sum += chances[i];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    private void maximise(List<List<Compared>> lineups) {
        double matches = 1;
        List<double[]> posteriors = lineups.stream().map(this::posterior).toList();
        for (double[] levels : m) {
            Arrays.fill(levels, 1);
        }
        for (int i = 0; i < posteriors.size(); i++) {
            for (int j = 0; j < posteriors.get(i).length; j++) {
                double p = posteriors.get(i)[j];
                matches += p;
                for (int field = 0; field < fields; field++) {
                    int level = lineups.get(i).get(j).levels()[field];
                    m[field][level == Gamma.UNKNOWN ? OTHER : level] += level == Gamma.UNKNOWN ? 0 : p;
                }
            }
        }
        for (double[] levels : m) {
            share(levels);
        }
        double rate = Math.min(0.99, matches / lineups.size());
        prior = log2(rate / (1 - rate) / right.size());
    }

    private List<Pair> partners(List<Fields> left, List<List<Compared>> lineups) {
        List<Pair> all = new ArrayList<>();
        for (List<Compared> lineup : lineups) {
            double[] p = posterior(lineup);
            for (int i = 0; i < p.length; i++) {
                Compared pair = lineup.get(i);
                all.add(new Pair(
                        left.get(pair.left()).id(), right.get(pair.right()).id(), p[i]));
            }
        }
        all.sort(Comparator.comparingDouble((Pair pair) -> -pair.probability())
                .thenComparingLong(Pair::left)
                .thenComparingLong(Pair::right));
        Set<Long> leftTaken = new HashSet<>();
        Set<Long> rightTaken = new HashSet<>();
        return all.stream()
                .filter(pair ->
                        pair.probability() >= 0.5 && !leftTaken.contains(pair.left()) && rightTaken.add(pair.right()))
                .filter(pair -> leftTaken.add(pair.left()))
                .toList();
    }

    private static double log2(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}

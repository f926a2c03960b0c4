package dev.rapport.understanding;

import dev.rapport.understanding.model.Hashes;
import java.util.Arrays;

/**
 * What a model is told of one target in a message: the words around it by side and distance, and how much feeling stands in
 * its part of the sentence, its clause, its sentence and beyond.
 */
final class TargetFeatures {

    private static final int REGIONS = 7;
    private static final int SUMS = 5;
    private static final int NEAR = 4;
    static final int DENSE = 1 + 2 * 28 + (REGIONS + 3) * SUMS + 3 + 12;

    private static final int LEFT = 0x4C4546;
    private static final int RIGHT = 0x524947;
    private static final int PART = 0x504152;
    private static final int CLAUSE = 0x434C41;
    private static final int PAIR = 0x504149;
    private static final int SHAPE = 0x534841;

    private final Analysis analysis;
    private final Tokens tokens;
    private final float[] said;
    private final int first;
    private final int end;
    private final int[] keys;
    private int count;

    /** @param said what the model of messages says at each token, of three classes; all zero where it does not read */
    TargetFeatures(Analysis analysis, float[] said, int first, int end) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.said = said;
        this.first = first;
        this.end = end;
        this.keys = new int[3 * tokens.count + 40];
    }

    float[] dense(float[] whole, Mass about) {
        var dense = new Dense(DENSE);
        dense.add(about);
        dense.add(analysis.mass);
        sums(dense);
        for (float chance : whole) {
            dense.add(chance);
        }
        neighbours(dense);
        return dense.values;
    }

    /** Many words say more than few, but not in proportion. */
    static float scale(int[] keys) {
        return (float) (2 / Math.sqrt(keys.length + 4));
    }

    int[] keys() {
        count = 0;
        for (int d = 1; d <= NEAR; d++) {
            near(LEFT, d, first - d);
            near(RIGHT, d, end + d - 1);
        }
        pairs();
        int sentence = analysis.clauses.sentence(first);
        for (int i = 0; i < tokens.count; i++) {
            boolean inside = i >= first && i < end;
            if (!inside && analysis.clauses.sentence(i) == sentence) {
                around(i);
            }
        }
        shapes();
        return Arrays.copyOf(keys, count);
    }

    private void add(int key) {
        keys[count++] = key;
    }

    private void near(int side, int distance, int token) {
        if (token >= 0 && token < tokens.count) {
            add(Hashes.mix(Hashes.mix(side, distance), analysis.grams.signed(token)));
        }
    }

    /** Two words running beside the target, and the two that enclose it. */
    private void pairs() {
        for (int d = 0; d < 3; d++) {
            if (end + d + 1 < tokens.count) {
                int pair = Hashes.mix(analysis.grams.signed(end + d), analysis.grams.signed(end + d + 1));
                add(Hashes.mix(Hashes.mix(RIGHT, PAIR + d), pair));
            }
            if (first - d - 2 >= 0) {
                int pair = Hashes.mix(analysis.grams.signed(first - d - 2), analysis.grams.signed(first - d - 1));
                add(Hashes.mix(Hashes.mix(LEFT, PAIR + d), pair));
            }
        }
        if (first > 0 && end < tokens.count) {
            add(Hashes.mix(PAIR, Hashes.mix(analysis.grams.signed(first - 1), analysis.grams.signed(end))));
        }
    }

    private void around(int i) {
        int word = analysis.grams.signed(i);
        int side = i < first ? LEFT : RIGHT;
        boolean samePart = analysis.clauses.part(i) == analysis.clauses.part(first);
        boolean sameClause = analysis.clauses.clause(i) == analysis.clauses.clause(first);
        if (samePart) {
            add(Hashes.mix(PART, word));
            add(Hashes.mix(Hashes.mix(PART, side), word));
        } else if (sameClause) {
            add(Hashes.mix(CLAUSE, word));
        }
    }

    /** The neighbours by the sign of their feeling and their part in the clause, so that a pattern holds for any word. */
    private void shapes() {
        int right = Hashes.mix(SHAPE, RIGHT);
        for (int i = end; i < tokens.count && i < end + NEAR; i++) {
            right = Hashes.mix(right, shape(i));
            add(right);
        }
        int left = Hashes.mix(SHAPE, LEFT);
        for (int i = first - 1; i >= 0 && i >= first - NEAR; i--) {
            left = Hashes.mix(left, shape(i));
            add(left);
        }
    }

    private int shape(int i) {
        float value = analysis.feelings.value[i];
        if (value != 0) {
            return value > 0 ? 1 : 2;
        }
        boolean longWord = tokens.kind[i] == Tokens.WORD && tokens.to[i] - tokens.from[i] > 3;
        return longWord ? 3 : analysis.grams.word[i];
    }

    private void sums(Dense dense) {
        var sums = new float[(REGIONS + 3) * SUMS];
        for (int i = 0; i < tokens.count; i++) {
            if (i < first || i >= end) {
                int distance = i < first ? first - i : i - end + 1;
                add(sums, region(i), i, 1);
                if (distance <= 3) {
                    add(sums, i < first ? REGIONS : REGIONS + 1, i, 1);
                }
                if (analysis.clauses.sentence(i) == analysis.clauses.sentence(first)) {
                    add(sums, REGIONS + 2, i, 1f / distance);
                }
            }
        }
        for (float sum : sums) {
            dense.add(Math.clamp(sum, -3, 3));
        }
    }

    private void add(float[] sums, int region, int token, float weight) {
        float value = analysis.feelings.value[token];
        sums[region * SUMS] += Math.max(0, value) * weight / 3;
        sums[region * SUMS + 1] += Math.max(0, -value) * weight / 3;
        for (int c = 0; c < 3; c++) {
            sums[region * SUMS + 2 + c] += said[token * 3 + c] * weight;
        }
    }

    private int region(int i) {
        int right = i < first ? 0 : 1;
        if (analysis.clauses.sentence(i) != analysis.clauses.sentence(first)) {
            return 6;
        }
        if (analysis.clauses.clause(i) != analysis.clauses.clause(first)) {
            return 4 + right;
        }
        return analysis.clauses.part(i) == analysis.clauses.part(first) ? right : 2 + right;
    }

    /** The nearest feeling on each side, and what stands between. */
    private void neighbours(Dense dense) {
        int left = first - 1;
        while (left >= 0 && analysis.feelings.value[left] == 0) {
            left--;
        }
        int right = end;
        while (right < tokens.count && analysis.feelings.value[right] == 0) {
            right++;
        }
        neighbour(dense, left < 0 ? -1 : left, first - left);
        neighbour(dense, right >= tokens.count ? -1 : right, right - end + 1);
        dense.add(left >= 0 && (right >= tokens.count || first - left < right - end + 1));
        dense.add(left >= 0
                && right < tokens.count
                && analysis.feelings.value[left] * analysis.feelings.value[right] < 0);
        dense.add(tokens.is(first, Tokens.CAPITALISED));
        dense.add(Math.min(1, Math.log(tokens.count + 1.0) / 4));
    }

    private void neighbour(Dense dense, int token, int distance) {
        float value = token < 0 ? 0 : analysis.feelings.value[token];
        boolean same = token >= 0 && analysis.clauses.part(token) == analysis.clauses.part(first);
        dense.add(value / 3 / distance);
        dense.add(same ? value / 3 : 0);
        dense.add(value > 0 ? 1.0 / distance : 0);
        dense.add(value < 0 ? 1.0 / distance : 0);
    }
}

package dev.rapport.understanding;

/**
 * What each token of a text says of how somebody feels, below zero for bad, after negation, boosters and doubt. A phrase
 * speaks at its first token.
 */
final class Feelings {

    private static final float CAPITALS = 1.2f;
    private static final float ELONGATED = 1.2f;
    private static final float BOOSTED = 1.3f;
    private static final float DAMPED = 0.65f;
    private static final float DOUBTED = 0.5f;
    private static final float CARE_BASE = 1.3f;
    private static final float CARE_POINTS = 14f;

    final float[] value;
    /** Evidence of token {@code i}: from this token … */
    final int[] first;
    /** … to before this one. */
    final int[] end;
    /** Whether a care failure speaks here. */
    final boolean[] care;

    private final Tokens tokens;
    private final LanguageRules rules;
    private final Clauses clauses;
    private final boolean[] claimed;

    Feelings(Tokens tokens, LanguageRules rules, Clauses clauses, Findings findings) {
        this.tokens = tokens;
        this.rules = rules;
        this.clauses = clauses;
        value = new float[tokens.count];
        first = new int[tokens.count];
        end = new int[tokens.count];
        care = new boolean[tokens.count];
        claimed = new boolean[tokens.count];
        phrases(findings, Rule.Kind.CARE);
        phrases(findings, Rule.Kind.FEELING);
        words();
        Negation.apply(this, tokens, rules, clauses);
    }

    private void phrases(Findings findings, Rule.Kind kind) {
        int next = 0;
        while (next < findings.count) {
            int from = findings.first[next];
            int best = -1;
            for (; next < findings.count && findings.first[next] == from; next++) {
                boolean longer = best < 0 || findings.end[next] > findings.end[best];
                if (findings.rule(next).kind() == kind && longer) {
                    best = next;
                }
            }
            if (best >= 0 && isFree(from, findings.end[best])) {
                claim(from, findings.end[best], findings.rule(best));
            }
        }
    }

    private boolean isFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (claimed[i]) {
                return false;
            }
        }
        return true;
    }

    private void claim(int from, int to, Rule rule) {
        for (int i = from; i < to; i++) {
            claimed[i] = true;
        }
        care[from] = rule.kind() == Rule.Kind.CARE;
        float points = (float) rule.points();
        value[from] = care[from] ? -(CARE_BASE + points / CARE_POINTS) : points;
        first[from] = from;
        end[from] = to;
    }

    private void words() {
        for (int i = 0; i < tokens.count; i++) {
            boolean speaks = tokens.kind[i] == Tokens.WORD || tokens.kind[i] == Tokens.EMOJI;
            if (!claimed[i] && speaks) {
                value[i] = rules.feeling(tokens.word[i]);
                first[i] = i;
                end[i] = i + 1;
            }
            if (value[i] != 0 && !care[i]) {
                value[i] *= strength(i);
            }
        }
    }

    private float strength(int i) {
        float strength = tokens.is(i, Tokens.CAPITALS) && tokens.capitals * 2 < tokens.letters ? CAPITALS : 1;
        strength *= tokens.is(i, Tokens.ELONGATED) ? ELONGATED : 1;
        int before = i - 1;
        if (before >= 0 && clauses.clause(before) == clauses.clause(i)) {
            int word = tokens.word[before];
            strength *= rules.plays(word, LanguageRules.BOOSTER) ? BOOSTED : 1;
            strength *= rules.plays(word, LanguageRules.DAMPER) ? DAMPED : 1;
        }
        return value[i] > 0 && isDoubted(i) ? strength * DOUBTED : strength;
    }

    private boolean isDoubted(int i) {
        int from = Math.max(0, i - 5);
        for (int before = i - 1; before >= from && clauses.clause(before) == clauses.clause(i); before--) {
            if (rules.plays(tokens.word[before], LanguageRules.DOUBT)) {
                return true;
            }
        }
        return false;
    }
}

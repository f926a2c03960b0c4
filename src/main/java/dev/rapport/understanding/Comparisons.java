package dev.rapport.understanding;

/** Who gains and who loses by a comparison: "X better than Y", "prefer X to Y", "unlike Y", "switched from X to Y". */
final class Comparisons {

    private static final int REACH = 3;
    private static final float OTHER_SIDE = -0.8f;
    private static final float BEYOND = 0.3f;

    private final Tokens tokens;
    private final LanguageRules rules;
    private final Clauses clauses;
    private final boolean any;

    Comparisons(Tokens tokens, LanguageRules rules, Clauses clauses) {
        this.tokens = tokens;
        this.rules = rules;
        this.clauses = clauses;
        this.any = holdsPivot();
    }

    /** What a feeling at a token is worth to a target of the same clause: 1 without a comparison, below zero across one. */
    float factor(int feeling, int target) {
        if (!any) {
            return 1;
        }
        if (isPutAgainst(target)) {
            return OTHER_SIDE;
        }
        int from = Math.min(feeling, target);
        int to = Math.max(feeling, target);
        for (int i = from; i <= to; i++) {
            if (isPivot(i)) {
                return feeling < target ? OTHER_SIDE : BEYOND;
            }
        }
        return 1;
    }

    /** Whether a target stands where another is set against it: "better than it", "unlike it". */
    boolean isOutdone(int target) {
        for (int i = target - 1; any && i >= 0 && i >= target - REACH; i--) {
            if (clauses.clause(i) != clauses.clause(target)) {
                return false;
            }
            if (isPivot(i) || rules.plays(tokens.word[i], LanguageRules.AGAINST)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsPivot() {
        for (int i = 0; i < tokens.count; i++) {
            if (isPivot(i) || rules.plays(tokens.word[i], LanguageRules.AGAINST)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPivot(int i) {
        if (rules.plays(tokens.word[i], LanguageRules.THAN)) {
            return rules.language().equals("en") || comparesBefore(i);
        }
        return rules.plays(tokens.word[i], LanguageRules.OVER) && prefersBefore(i);
    }

    /** "que" and "als" compare only after "mieux", "mejor", "besser", "plus …". */
    private boolean comparesBefore(int than) {
        for (int i = than - 1; i >= 0 && i >= than - 2; i--) {
            if (rules.plays(tokens.word[i], LanguageRules.COMPARING)) {
                return true;
            }
        }
        return false;
    }

    private boolean prefersBefore(int over) {
        for (int i = over - 1; i >= 0 && clauses.clause(i) == clauses.clause(over); i--) {
            if (rules.plays(tokens.word[i], LanguageRules.PREFERRING)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPutAgainst(int target) {
        for (int i = target - 1; i >= 0 && i >= target - REACH; i--) {
            if (clauses.clause(i) != clauses.clause(target)) {
                return false;
            }
            if (rules.plays(tokens.word[i], LanguageRules.AGAINST)) {
                return true;
            }
        }
        return false;
    }
}

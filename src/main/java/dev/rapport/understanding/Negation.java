package dev.rapport.understanding;

import java.util.Set;

/**
 * Turns feelings in the scope of a negator: the next few words of the clause, and in French also what stands between
 * {@code ne} and {@code pas}.
 */
final class Negation {

    private static final int SCOPE = 4;
    private static final float NOT_GOOD = -0.9f;
    private static final float NOT_BAD = -0.35f;

    /** Where a second negator strengthens the first: "nunca … ningún problema". */
    private static final Set<String> CONCORD = Set.of("es", "fr");

    private Negation() {}

    static void apply(Feelings feelings, Tokens tokens, LanguageRules rules, Clauses clauses) {
        for (int i = 0; i < tokens.count; i++) {
            if (rules.plays(tokens.word[i], LanguageRules.NEGATOR) && !isClaimed(feelings, i)) {
                forward(i, feelings, tokens, rules, clauses);
                backward(i, feelings, tokens, rules, clauses);
            }
        }
    }

    /** A negator inside a phrase has done its work there: "no problem". */
    private static boolean isClaimed(Feelings feelings, int token) {
        for (int i = token; i >= 0 && i > token - 8; i--) {
            if (feelings.value[i] != 0 && feelings.end[i] > token) {
                return true;
            }
        }
        return false;
    }

    private static void forward(int negator, Feelings feelings, Tokens tokens, LanguageRules rules, Clauses clauses) {
        int words = 0;
        for (int i = negator + 1; i < tokens.count && words < SCOPE; i++) {
            boolean other = clauses.clause(i) != clauses.clause(negator) || clauses.part(i) != clauses.part(negator);
            if (other) {
                return;
            }
            if (feelings.value[i] != 0) {
                boolean isDenied = rules.plays(tokens.word[feelings.first[i]], LanguageRules.NEGATOR);
                if (!isDenied || !CONCORD.contains(rules.language())) {
                    turn(feelings, i, negator);
                }
                return;
            }
            words += tokens.kind[i] == Tokens.WORD && !rules.plays(tokens.word[i], LanguageRules.BOOSTER) ? 1 : 0;
        }
    }

    private static void backward(int negator, Feelings feelings, Tokens tokens, LanguageRules rules, Clauses clauses) {
        for (int opener = negator - 1; opener >= 0 && opener >= negator - 4; opener--) {
            if (clauses.clause(opener) != clauses.clause(negator)) {
                return;
            }
            if (rules.plays(tokens.word[opener], LanguageRules.OPENER)) {
                for (int i = opener + 1; i < negator; i++) {
                    turn(feelings, i, opener);
                }
                return;
            }
        }
    }

    private static void turn(Feelings feelings, int i, int negator) {
        if (feelings.care[i] || feelings.value[i] == 0) {
            return;
        }
        feelings.value[i] *= feelings.value[i] > 0 ? NOT_GOOD : NOT_BAD;
        feelings.first[i] = Math.min(feelings.first[i], negator);
    }
}

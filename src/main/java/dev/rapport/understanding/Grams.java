package dev.rapport.understanding;

import dev.rapport.understanding.model.Hashes;
import dev.rapport.understanding.model.Linear;

/**
 * The words of a text as names of features, and what a model says at each of them. Words in the scope of a negation have
 * other names.
 */
final class Grams {

    /** Features of one token: the word, its stem, with the word before, with the two before. */
    static final int EACH = 4;

    private static final int SCOPE = 4;
    private static final int STEM = 5;

    private static final int NOT = 0x6E6F74;
    private static final int STEMMED = 0x73746D;
    private static final int START = 0x5E5E5E;
    private static final int HANDLE = 0x404040;
    private static final int NUMBER = 0x232323;
    private static final int LINK = 0x2F2F2F;

    final int[] word;
    final boolean[] negated;
    final int[] keys;

    private final Tokens tokens;

    Grams(Tokens tokens, LanguageRules rules, Clauses clauses) {
        this.tokens = tokens;
        word = new int[tokens.count];
        negated = new boolean[tokens.count];
        keys = new int[tokens.count * EACH];
        for (int i = 0; i < tokens.count; i++) {
            word[i] = name(i);
        }
        negate(rules, clauses);
        for (int i = 0; i < tokens.count; i++) {
            name(i, clauses);
        }
    }

    /** What a model says at each token, class by class, {@code scale} times. */
    float[] said(Linear model, float scale) {
        var said = new float[tokens.count * model.classes()];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                model.add(keys[i], scale, said, i / EACH * model.classes());
            }
        }
        return said;
    }

    /** Long texts say more, but not in proportion. */
    float scale() {
        return (float) (2 / Math.sqrt(tokens.count + 4));
    }

    /** The word with its negation, as other features use it. */
    int signed(int token) {
        return negated[token] ? Hashes.mix(word[token], NOT) : word[token];
    }

    private int name(int i) {
        return switch (tokens.kind[i]) {
            case Tokens.NUMBER -> NUMBER;
            case Tokens.MENTION -> HANDLE;
            case Tokens.LINK -> LINK;
            default -> folded(i, Integer.MAX_VALUE);
        };
    }

    /** Letters without case and accents; of more than two in a row, two; of marks, the first. */
    private int folded(int i, int most) {
        int hash = 0x811C9DC5;
        int run = 0;
        char last = 0;
        int until = tokens.kind[i] == Tokens.MARK ? tokens.from[i] + 1 : tokens.to[i];
        for (int at = tokens.from[i], kept = 0; at < until && kept < most; at++) {
            char c = Folding.of(tokens.text.charAt(at));
            run = c == last ? run + 1 : 1;
            last = c;
            if (run <= 2 && c != '\'' && c != '\u2019') {
                hash = (hash ^ c) * 0x01000193;
                kept++;
            }
        }
        return hash;
    }

    private void negate(LanguageRules rules, Clauses clauses) {
        for (int i = 0; i < tokens.count; i++) {
            if (rules.plays(tokens.word[i], LanguageRules.NEGATOR)) {
                for (int next = i + 1; next < tokens.count && next <= i + SCOPE; next++) {
                    if (clauses.part(next) != clauses.part(i) || tokens.kind[next] == Tokens.MARK) {
                        break;
                    }
                    negated[next] = true;
                }
            }
        }
    }

    private void name(int i, Clauses clauses) {
        boolean starts = i == 0 || clauses.sentence(i - 1) != clauses.sentence(i);
        int before = starts ? START : word[i - 1];
        int self = signed(i);
        keys[i * EACH] = self;
        boolean longWord = tokens.kind[i] == Tokens.WORD && tokens.to[i] - tokens.from[i] > STEM;
        if (longWord) {
            int stem = Hashes.mix(folded(i, STEM), STEMMED);
            keys[i * EACH + 1] = negated[i] ? Hashes.mix(stem, NOT) : stem;
        }
        keys[i * EACH + 2] = Hashes.mix(before, self);
        if (!starts) {
            boolean second = i == 1 || clauses.sentence(i - 2) != clauses.sentence(i);
            keys[i * EACH + 3] = Hashes.mix(Hashes.mix(second ? START : word[i - 2], before), self);
        }
    }
}

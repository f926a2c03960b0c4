package dev.rapport.understanding;

import java.util.Arrays;

/** Where the sentences and clauses of a text end, and how much each clause weighs after a contrast. */
final class Clauses {

    private static final float BEFORE_BUT = 0.75f;
    private static final float AFTER_BUT = 1.25f;
    private static final float CONCEDED = 0.6f;

    private final int[] sentence;
    private final int[] clause;
    private final int[] part;
    private float[] weight = new float[8];

    Clauses(Tokens tokens, LanguageRules rules) {
        sentence = new int[tokens.count];
        clause = new int[tokens.count];
        part = new int[tokens.count];
        Arrays.fill(weight, 1);
        new Pass(tokens, rules).run();
    }

    int sentence(int token) {
        return sentence[token];
    }

    /** Clauses are numbered through the whole text. */
    int clause(int token) {
        return clause[token];
    }

    /** What commas and brackets cut, numbered through the whole text. */
    int part(int token) {
        return part[token];
    }

    /** How much what is said there counts for the message as a whole. */
    float weight(int token) {
        return weight[clause[token]];
    }

    /** The first token of the clause that holds a token. */
    int start(int token) {
        int first = token;
        while (first > 0 && clause[first - 1] == clause[token]) {
            first--;
        }
        return first;
    }

    /** The token after the last of the clause that holds a token. */
    int end(int token) {
        int end = token + 1;
        while (end < clause.length && clause[end] == clause[token]) {
            end++;
        }
        return end;
    }

    private final class Pass {
        private final Tokens tokens;
        private final LanguageRules rules;
        private int sentences;
        private int clauses;
        private int parts;
        private boolean conceding;

        Pass(Tokens tokens, LanguageRules rules) {
            this.tokens = tokens;
            this.rules = rules;
        }

        void run() {
            for (int i = 0; i < tokens.count; i++) {
                if (rules.plays(tokens.word[i], LanguageRules.CONTRAST) && tokens.kind[i] == Tokens.WORD) {
                    contrast(i);
                }
                sentence[i] = sentences;
                clause[i] = clauses;
                part[i] = parts;
                if (tokens.kind[i] == Tokens.MARK) {
                    mark(i);
                }
            }
        }

        private void contrast(int i) {
            boolean concession = rules.plays(tokens.word[i], LanguageRules.CONCESSION);
            boolean first = i == 0 || sentence[i - 1] != sentences;
            if (!first) {
                nextClause(concession ? CONCEDED : AFTER_BUT);
                weight[clauses - 1] = concession ? weight[clauses - 1] : BEFORE_BUT;
            } else if (concession) {
                weigh(CONCEDED);
                conceding = true;
            }
        }

        private void mark(int i) {
            char mark = tokens.text.charAt(tokens.from[i]);
            switch (mark) {
                case '.', '!', '?', '\n', '\u2026', '\u3002' -> endSentence(i);
                case ';' -> nextClause(1);
                case ',', '(', ')', ':', '-', '\u2013', '\u2014', '/', '"', '\u201c', '\u201d' -> comma(i);
                default -> {}
            }
        }

        private void comma(int i) {
            boolean inWord = tokens.is(i, Tokens.GLUED) && i + 1 < tokens.count && tokens.to[i] == tokens.from[i + 1];
            if (conceding && tokens.isMark(i, ',')) {
                nextClause(AFTER_BUT);
                conceding = false;
            } else if (!inWord) {
                parts++;
            }
        }

        private void endSentence(int i) {
            boolean inWord = tokens.isMark(i, '.')
                    && i + 1 < tokens.count
                    && tokens.to[i] == tokens.from[i + 1]
                    && tokens.kind[i + 1] == Tokens.WORD
                    && !tokens.is(i + 1, Tokens.CAPITALISED);
            if (!inWord) {
                sentences++;
                conceding = false;
                nextClause(1);
            }
        }

        private void nextClause(float weight) {
            clauses++;
            parts++;
            weigh(weight);
        }

        private void weigh(float of) {
            if (clauses >= weight.length) {
                int old = weight.length;
                weight = Arrays.copyOf(weight, old * 2);
                Arrays.fill(weight, old, weight.length, 1);
            }
            weight[clauses] = of;
        }
    }
}

package dev.rapport.understanding;

/**
 * Weighs the feelings of a text, as a whole or about one target. About a target, what is said near it, in its own part of the
 * sentence and on its side of a comparison counts most; what lies nearer to another target counts little.
 */
final class Tones {

    /** Tokens further away than this say nothing about a target. */
    private static final int WINDOW = 60;

    private static final double DISTANCE = 0.06;
    private static final double OTHER_PART = 0.55;
    private static final double OTHER_CLAUSE = 0.25;
    private static final double OTHER_SENTENCE = 0.35;
    private static final double NEARER_TO_ANOTHER = 0.3;

    /** What is said further off counts more where nothing is said near the target, else less. */
    private static final double SILENT = 1.5;

    private static final double SPOKEN = 0.5;

    private final Tokens tokens;
    private final Clauses clauses;
    private final Feelings feelings;
    private final Comparisons comparisons;

    Tones(Tokens tokens, LanguageRules rules, Clauses clauses, Feelings feelings) {
        this.tokens = tokens;
        this.clauses = clauses;
        this.feelings = feelings;
        this.comparisons = new Comparisons(tokens, rules, clauses);
    }

    Mass whole() {
        var mass = new Mass();
        for (int i = 0; i < tokens.count; i++) {
            mass.add(feelings.value[i] * clauses.weight(i), feelings.care[i]);
        }
        mass.loud(exclamations());
        return mass;
    }

    /** What is said outside the clauses of these mentions, or by putting somebody else above or below them. */
    Mass elsewhere(Mentions mentions, boolean[] about) {
        var mass = new Mass();
        for (int i = 0; i < tokens.count; i++) {
            if (feelings.value[i] != 0 && !sharesClause(i, mentions, about)) {
                mass.add(feelings.value[i] * clauses.weight(i), feelings.care[i]);
            }
        }
        return mass;
    }

    /** What is said about the target from token {@code first} to before {@code end}, others standing by. */
    Mass about(int first, int end, Mentions others, int self) {
        var near = new Mass();
        var far = new Mass();
        int from = Math.max(0, first - WINDOW);
        int to = Math.min(tokens.count, end + WINDOW);
        for (int i = from; i < to; i++) {
            boolean inside = i >= first && i < end;
            if (feelings.value[i] != 0 && !inside) {
                Mass side = clauses.part(i) == clauses.part(first) ? near : far;
                side.add(feelings.value[i] * relevance(i, first, end, others, self), feelings.care[i]);
            }
        }
        near.add(far, near.isEmpty() ? SILENT : SPOKEN);
        near.alone();
        return near;
    }

    /** Whether another is set against a target: who gains and who loses is then a matter of grammar. */
    boolean isOutdone(int target) {
        return comparisons.isOutdone(target);
    }

    /** What a feeling is worth to a target, between -1 and 1. */
    double relevance(int feeling, int first, int end, Mentions others, int self) {
        int distance = feeling < first ? first - feeling : feeling - end + 1;
        double worth = 1 / (1 + DISTANCE * (distance - 1));
        if (clauses.sentence(feeling) != clauses.sentence(first)) {
            return worth * OTHER_CLAUSE * OTHER_SENTENCE;
        }
        if (clauses.clause(feeling) != clauses.clause(first)) {
            return worth * OTHER_CLAUSE;
        }
        worth *= clauses.part(feeling) == clauses.part(first) ? 1 : OTHER_PART;
        double side = comparisons.factor(feeling, first);
        if (side > 0 && belongsToAnother(feeling, distance, others, self)) {
            worth *= NEARER_TO_ANOTHER;
        }
        return worth * side;
    }

    private boolean belongsToAnother(int feeling, int distance, Mentions others, int self) {
        for (int i = 0; i < others.count; i++) {
            boolean other = i != self && clauses.clause(others.first[i]) == clauses.clause(feeling);
            if (other && !goTogether(others, Math.min(i, self), Math.max(i, self))) {
                int away = feeling < others.first[i] ? others.first[i] - feeling : feeling - others.end[i] + 1;
                if (away < distance) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "iPhone and iPad", "the service with AT&T": nothing but small words between two mentions. */
    private boolean goTogether(Mentions mentions, int earlier, int later) {
        if (earlier < 0) {
            return false;
        }
        boolean sameKind = mentions.isEntry(earlier) == mentions.isEntry(later);
        int between = mentions.first[later] - mentions.end[earlier];
        return between >= 0 && between <= (sameKind ? 2 : 3) && !speaks(mentions.end[earlier], mentions.first[later]);
    }

    private boolean speaks(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean divides =
                    tokens.isMark(i, '.') || tokens.isMark(i, '>') || tokens.isMark(i, ',') || tokens.isMark(i, '!');
            if (feelings.value[i] != 0 || divides || tokens.to[i] - tokens.from[i] > 4) {
                return true;
            }
        }
        return false;
    }

    private boolean sharesClause(int token, Mentions mentions, boolean[] about) {
        for (int i = 0; i < mentions.count; i++) {
            boolean shared = about[i] && clauses.clause(mentions.first[i]) == clauses.clause(token);
            if (shared && comparisons.factor(token, mentions.first[i]) > 0) {
                return true;
            }
        }
        return false;
    }

    private int exclamations() {
        int marks = 0;
        for (int i = 0; i < tokens.count; i++) {
            marks += tokens.isMark(i, '!') ? 1 : 0;
        }
        return marks;
    }
}

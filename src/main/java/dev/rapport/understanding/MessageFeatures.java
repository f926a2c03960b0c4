package dev.rapport.understanding;

/** What a model is told of a whole message. */
final class MessageFeatures {

    static final int DENSE = 50;

    private final Analysis analysis;
    private final Tokens tokens;

    MessageFeatures(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    int[] keys() {
        return analysis.grams.keys;
    }

    float[] dense() {
        var dense = new Dense(DENSE);
        dense.add(analysis.mass);
        marks(dense);
        ends(dense);
        feelings(dense);
        dense.add(tokens.capitals * 2 > tokens.letters && tokens.letters > 8);
        dense.add(Math.min(1, Math.log(tokens.count + 1.0) / 4));
        return dense.values;
    }

    private void marks(Dense dense) {
        int loud = 0;
        int asked = 0;
        int trailing = 0;
        int links = 0;
        int tags = 0;
        for (int i = 0; i < tokens.count; i++) {
            loud += tokens.isMark(i, '!') ? 1 : 0;
            asked += tokens.isMark(i, '?') ? 1 : 0;
            trailing +=
                    tokens.isMark(i, '\u2026') || tokens.isMark(i, '.') && tokens.to[i] - tokens.from[i] > 1 ? 1 : 0;
            links += tokens.kind[i] == Tokens.LINK ? 1 : 0;
            tags += tokens.is(i, Tokens.HASHTAG) ? 1 : 0;
        }
        dense.add(loud > 0);
        dense.add(loud > 0 && analysis.mass.up() > analysis.mass.down());
        dense.add(loud > 0 && analysis.mass.down() > analysis.mass.up());
        dense.add(asked > 0);
        dense.add(trailing > 0);
        dense.add(links > 0);
        dense.add(tags > 0);
        dense.add(tokens.count > 0 && tokens.kind[0] == Tokens.MENTION);
    }

    /** The first and the last clause often say opposite things, and the last means it. */
    private void ends(Dense dense) {
        if (tokens.count == 0) {
            dense.add(0);
            dense.add(0);
            dense.add(0);
            dense.add(0);
            return;
        }
        Mass first = clause(0);
        Mass last = clause(tokens.count - 1);
        dense.add(first.up() / 3);
        dense.add(first.down() / 3);
        dense.add(last.up() / 3);
        dense.add(last.down() / 3);
    }

    private Mass clause(int token) {
        var mass = new Mass();
        for (int i = analysis.clauses.start(token); i < analysis.clauses.end(token); i++) {
            mass.add(analysis.feelings.value[i], analysis.feelings.care[i]);
        }
        return mass;
    }

    private void feelings(Dense dense) {
        float highest = 0;
        float lowest = 0;
        int emoji = 0;
        int sad = 0;
        for (int i = 0; i < tokens.count; i++) {
            float value = analysis.feelings.value[i];
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
            emoji += tokens.kind[i] == Tokens.EMOJI && value > 0 ? 1 : 0;
            sad += tokens.kind[i] == Tokens.EMOJI && value < 0 ? 1 : 0;
        }
        dense.add(highest / 3);
        dense.add(lowest / 3);
        dense.add(emoji > 0);
        dense.add(sad > 0);
        dense.add(analysis.mass.isMixed());
        double rest = analysis.mass.up() - analysis.mass.down();
        dense.add(rest / 3);
        dense.add(Math.abs(rest) / 3);
    }
}

package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.List;

/** The exact words that hold one opinion, and those among them that decided. */
record Quote(Span span, List<Span> evidence) {

    private static final int MOST_EVIDENCE = 8;

    /**
     * For a target of a clause the clause, cut down to where target and evidence stand; without a target ({@code first} below
     * zero) the clauses that hold evidence, else the whole text.
     */
    static Quote of(Judge judge, Polarity polarity, int first, int end) {
        Analysis analysis = judge.analysis();
        Tokens tokens = analysis.tokens;
        if (tokens.count == 0) {
            return new Quote(new Span(0, 0), List.of());
        }
        int from = first < 0 ? 0 : analysis.clauses.start(first);
        int to = first < 0 ? tokens.count : analysis.clauses.end(first);
        List<Span> evidence = evidence(judge, polarity, from, to);
        if (evidence.isEmpty() && first >= 0 && polarity != Polarity.NEUTRAL) {
            evidence = evidence(judge, polarity, 0, tokens.count);
        }
        if (evidence.isEmpty()) {
            return new Quote(tokens.span(from, to), evidence);
        }
        Span words = evidence.getFirst().and(evidence.getLast());
        Span withTarget = first < 0 ? words : words.and(tokens.span(first, end));
        return new Quote(first < 0 ? widened(analysis, withTarget) : withTarget, evidence);
    }

    private static List<Span> evidence(Judge judge, Polarity polarity, int from, int to) {
        if (polarity == Polarity.NEUTRAL) {
            return List.of();
        }
        List<Span> all = judge.evidence(polarity, from, to);
        return List.copyOf(all.size() > MOST_EVIDENCE ? all.subList(0, MOST_EVIDENCE) : new ArrayList<>(all));
    }

    /** From the start of the clause where the evidence begins to the end of the one where it ends. */
    private static Span widened(Analysis analysis, Span words) {
        Tokens tokens = analysis.tokens;
        Span wide = words;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.span(i, i + 1).touches(words)) {
                wide = wide.and(tokens.span(analysis.clauses.start(i), analysis.clauses.end(i)));
                i = analysis.clauses.end(i) - 1;
            }
        }
        return wide;
    }
}

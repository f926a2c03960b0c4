package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.List;

/** One text taken apart by the rules of its language. */
final class Analysis {

    final Tokens tokens;
    final Findings findings;
    final Clauses clauses;
    final Feelings feelings;
    final Tones tones;
    final Mass mass;

    Analysis(Tokens tokens, LanguageRules rules) {
        this.tokens = tokens;
        findings = new Findings(tokens, rules);
        clauses = new Clauses(tokens, rules);
        feelings = new Feelings(tokens, rules, clauses, findings);
        tones = new Tones(tokens, rules, clauses, feelings);
        mass = tones.whole();
    }

    boolean hasCareFailure() {
        for (boolean care : feelings.care) {
            if (care) {
                return true;
            }
        }
        return false;
    }

    /** The exact words that speak for one side, in the order of the text. */
    List<Span> evidence(Polarity side, int fromToken, int toToken) {
        var spans = new ArrayList<Span>();
        for (int i = fromToken; i < toToken; i++) {
            float value = feelings.value[i];
            boolean speaks =
                    side == Polarity.POSITIVE ? value > 0.5 : side == Polarity.NEGATIVE ? value < -0.5 : value != 0;
            if (speaks) {
                spans.add(tokens.span(feelings.first[i], feelings.end[i]));
            }
        }
        return spans;
    }
}

package dev.rapport.understanding;

/** One text taken apart by the rules of its language. */
final class Analysis {

    final Tokens tokens;
    final Findings findings;
    final Clauses clauses;
    final Feelings feelings;
    final Tones tones;
    final Mass mass;
    final Grams grams;

    Analysis(Tokens tokens, LanguageRules rules) {
        this.tokens = tokens;
        findings = new Findings(tokens, rules);
        clauses = new Clauses(tokens, rules);
        feelings = new Feelings(tokens, rules, clauses, findings);
        tones = new Tones(tokens, rules, clauses, feelings);
        mass = tones.whole();
        grams = new Grams(tokens, rules, clauses);
    }

    boolean hasCareFailure() {
        for (boolean care : feelings.care) {
            if (care) {
                return true;
            }
        }
        return false;
    }
}

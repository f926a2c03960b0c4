package dev.rapport.understanding;

import java.util.EnumSet;
import java.util.Set;

/** What somebody wants, from patterns, question marks, the tone and what corrections taught. */
final class Intents {

    private static final double CLEARLY = 0.5;
    private static final double SOMEHOW = 0.42;
    private static final double THANKLESS = 0.6;
    private static final double RULES = 1.5;

    private final Judge judge;
    private final Analysis analysis;
    private final Tone tone;

    private Intents(Judge judge, Tone tone) {
        this.judge = judge;
        this.analysis = judge.analysis();
        this.tone = tone;
    }

    /**
     * @param aboutSomebody whether somebody of the catalogue is spoken of or to
     * @param hasReason whether it is one of the reasons why people turn to us
     */
    static Set<Intent> of(Judge judge, Tone tone, boolean aboutSomebody, boolean hasReason) {
        var self = new Intents(judge, tone);
        Set<Intent> intents = self.byRules(aboutSomebody, hasReason);
        judge.layers().intents().keySet().forEach(intent -> {
            boolean wished = judge.wish(intent, intents.contains(intent) ? RULES : -RULES) > 0;
            if (wished) {
                intents.add(intent);
            } else {
                intents.remove(intent);
            }
        });
        return Set.copyOf(intents);
    }

    private Set<Intent> byRules(boolean aboutSomebody, boolean hasReason) {
        var intents = EnumSet.noneOf(Intent.class);
        for (int i = 0; i < analysis.findings.count; i++) {
            Intent intent = analysis.findings.rule(i).intent();
            if (intent != null) {
                intents.add(intent);
            }
        }
        if (asks()) {
            intents.add(Intent.QUESTION);
        }
        if (complains(aboutSomebody, hasReason)) {
            intents.add(Intent.COMPLAINT);
            intents.remove(Intent.PURCHASE_INTEREST);
        }
        if (tone.positive() > CLEARLY && !intents.contains(Intent.COMPLAINT)) {
            intents.add(Intent.PRAISE);
        }
        if (tone.negative() > THANKLESS) {
            intents.remove(Intent.THANKS);
        }
        return intents;
    }

    private boolean complains(boolean aboutSomebody, boolean hasReason) {
        if (judge.knowsWords()) {
            return Grievance.of(judge, tone, aboutSomebody, hasReason) || failed();
        }
        return tone.negative() > (aboutSomebody ? SOMEHOW : CLEARLY) || failed();
    }

    private boolean failed() {
        return analysis.hasCareFailure() && tone.negative() > tone.positive() && tone.negative() > SOMEHOW;
    }

    private boolean asks() {
        Tokens tokens = analysis.tokens;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.isMark(i, '?') || tokens.isMark(i, '\u061f')) {
                return true;
            }
        }
        return false;
    }
}

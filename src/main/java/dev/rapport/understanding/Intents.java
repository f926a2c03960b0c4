package dev.rapport.understanding;

import java.util.EnumSet;
import java.util.Set;

/** What somebody wants, from patterns, question marks and the tone. */
final class Intents {

    private static final double CLEARLY = 0.5;
    private static final double SOMEHOW = 0.42;

    private Intents() {}

    static Set<Intent> of(Analysis analysis, Tone tone, boolean aboutSomebody) {
        var intents = EnumSet.noneOf(Intent.class);
        for (int i = 0; i < analysis.findings.count; i++) {
            Intent intent = analysis.findings.rule(i).intent();
            if (intent != null) {
                intents.add(intent);
            }
        }
        if (asks(analysis.tokens)) {
            intents.add(Intent.QUESTION);
        }
        if (tone.negative() > (aboutSomebody ? SOMEHOW : CLEARLY)
                || analysis.hasCareFailure() && tone.negative() > tone.positive()) {
            intents.add(Intent.COMPLAINT);
            intents.remove(Intent.PURCHASE_INTEREST);
        }
        if (tone.positive() > CLEARLY && !intents.contains(Intent.COMPLAINT)) {
            intents.add(Intent.PRAISE);
        }
        boolean thankless = intents.contains(Intent.THANKS) && tone.negative() > 0.6;
        if (thankless) {
            intents.remove(Intent.THANKS);
        }
        return Set.copyOf(intents);
    }

    private static boolean asks(Tokens tokens) {
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.isMark(i, '?') || tokens.isMark(i, '\u061f')) {
                return true;
            }
        }
        return false;
    }
}

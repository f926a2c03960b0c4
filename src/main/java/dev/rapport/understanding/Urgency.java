package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How little a message can wait, with every reason. Reasons add up as chances do, 1 - (1 - a)(1 - b), so many small ones
 * never outweigh a fire; the tone is one small term among them.
 */
record Urgency(int points, List<Reason> reasons) {

    private static final int MOST_REASONS = 6;
    private static final int SHOUTING = 8;
    private static final int LEAST_LETTERS = 20;
    private static final double TONE = 0.12;
    private static final double CHURN = 0.15;

    static Urgency of(List<Analysis> analyses, Tone tone, boolean churn) {
        Map<String, Reason> heaviest = new LinkedHashMap<>();
        for (Analysis analysis : analyses) {
            collect(analysis, heaviest);
        }
        List<Reason> reasons = new ArrayList<>(heaviest.values());
        reasons.sort(Comparator.comparingInt(Reason::points).reversed());
        double calm = (1 - TONE * tone.negative()) * (churn ? 1 - CHURN : 1);
        for (Reason reason : reasons) {
            calm *= 1 - reason.points() / 100.0;
        }
        int points = (int) Math.round(100 * (1 - calm));
        boolean nothing = reasons.isEmpty() && tone.negative() < 0.5 && !churn;
        return new Urgency(
                nothing ? 0 : points, List.copyOf(reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))));
    }

    private static void collect(Analysis analysis, Map<String, Reason> heaviest) {
        Findings findings = analysis.findings;
        for (int i = 0; i < findings.count; i++) {
            Rule rule = findings.rule(i);
            boolean counts = rule.kind() == Rule.Kind.URGENCY || rule.kind() == Rule.Kind.CARE;
            if (counts && rule.points() > 0) {
                String words =
                        analysis.tokens.span(findings.first[i], findings.end[i]).of(analysis.tokens.text);
                keep(new Reason(rule.key(), words, (int) rule.points()), heaviest);
            }
        }
        Tokens tokens = analysis.tokens;
        if (tokens.letters >= LEAST_LETTERS && tokens.capitals * 2 > tokens.letters) {
            keep(new Reason("capitals", tokens.text.strip(), SHOUTING), heaviest);
        }
    }

    /** One reason a key: the heavier, then the longer words. */
    private static void keep(Reason reason, Map<String, Reason> heaviest) {
        heaviest.merge(reason.key(), reason, (a, b) -> {
            boolean better = b.points() > a.points()
                    || b.points() == a.points()
                            && b.words().length() > a.words().length();
            return better ? b : a;
        });
    }
}

package dev.rapport.understanding;

import dev.rapport.understanding.model.Linear;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody turns to us: what care failures and the reason's own words say, what was learnt of texts to a service desk,
 * and what corrections taught.
 */
final class ReasonFinder {

    private static final double OWN_WORDS = 14;
    private static final double LEARNT = 9;
    private static final double CORRECTED = 12;
    private static final double LEAST = 6;
    private static final double DOUBT = 8;

    private final List<String> keys;

    ReasonFinder(CareReasons reasons) {
        keys = reasons.reasons().stream().map(CareReason::key).toList();
    }

    /** @param confidence 0 to 1 */
    record Found(@Nullable String key, double confidence) {
        static final Found NOTHING = new Found(null, 0);
    }

    Found find(List<Judge> judges) {
        Map<String, Double> points = new TreeMap<>();
        for (Judge judge : judges) {
            rules(judge.analysis(), points);
            learnt(judge, points);
            corrected(judge, points);
        }
        double all = DOUBT;
        @Nullable String best = null;
        for (String key : keys) {
            double own = points.getOrDefault(key, 0.0);
            all += own;
            best = own > points.getOrDefault(best == null ? "" : best, LEAST) ? key : best;
        }
        return best == null ? Found.NOTHING : new Found(best, points.getOrDefault(best, 0.0) / all);
    }

    private void rules(Analysis analysis, Map<String, Double> points) {
        Findings findings = analysis.findings;
        for (int i = 0; i < findings.count; i++) {
            Rule rule = findings.rule(i);
            if (rule.reason() != null && !isDenied(analysis, findings.first[i])) {
                double own = rule.kind() == Rule.Kind.CARE ? Math.min(rule.points(), OWN_WORDS) : OWN_WORDS;
                points.merge(rule.reason(), own, Double::sum);
            }
        }
    }

    /** Something bad that is said not to be so, "never steered me wrong"; "no refund" still is about a refund. */
    private static boolean isDenied(Analysis analysis, int token) {
        return analysis.feelings.value[token] > 0 && analysis.grams.negated[token];
    }

    private void learnt(Judge judge, Map<String, Double> points) {
        float[] chances = judge.reasons();
        for (int i = 0; i < Math.min(chances.length, CareReasons.SHIPPED.size()); i++) {
            points.merge(CareReasons.SHIPPED.get(i), chances[i] * LEARNT, Double::sum);
        }
    }

    private void corrected(Judge judge, Map<String, Double> points) {
        for (Map.Entry<String, Linear> one : judge.layers().reasons().entrySet()) {
            double said = judge.speaks(one.getValue());
            points.merge(one.getKey(), said * CORRECTED, Double::sum);
        }
    }
}

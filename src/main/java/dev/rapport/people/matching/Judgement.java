package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a stated probability is worth and from where on it links. Handles alone and profiles that show a name are judged apart:
 * they go wrong in different ways.
 *
 * @param link from this calibrated probability on a profile is linked by evidence
 */
record Judgement(Calibration curve, double link) {

    /** The curve, and the lowest probability from which on the wanted share of links is right. */
    static Judgement fitted(List<Stated> stated, double precision) {
        Calibration curve = Calibration.fitted(stated);
        List<Stated> sorted = new ArrayList<>(stated);
        sorted.sort(Comparator.comparingDouble(one -> -one.probability()));
        double link = 1;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (right >= precision * (i + 1)) {
                link = curve.of(sorted.get(i).probability());
            }
        }
        return new Judgement(curve, link);
    }

    String text(String name) {
        return String.format(
                Locale.ROOT,
                "judgement %s link: %.4f%njudgement %s slope: %.3f%njudgement %s shift: %.3f%n",
                name,
                link,
                name,
                curve.slope(),
                name,
                curve.shift());
    }
}

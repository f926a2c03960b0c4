package dev.rapport.desk.said;

import dev.rapport.commerce.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Opinions about one entry in the last twelve weeks, praise above a line, complaints below it; mixed ones are both.
 *
 * @param all opinions in these weeks, neutral ones too
 * @param weeks the oldest first; the last one ends now
 * @param bought how often it was bought, of a brand with all its products
 */
public record Trend(Target target, int all, List<Week> weeks, long bought) {

    /** How many weeks are shown. */
    public static final int WEEKS = 12;

    private static final double STEP = 100.0 / WEEKS;
    private static final double GAP = STEP * 0.3;
    private static final double HALF = 48;

    /** One week's opinions. */
    public record Week(int good, int bad) {}

    static String key(Target target) {
        return target.kind().name().toLowerCase(Locale.ROOT) + "-" + target.id();
    }

    /** {@code product-7}: as the catalogue's rows are named. */
    public String key() {
        return key(target);
    }

    public int good() {
        return weeks.stream().mapToInt(Week::good).sum();
    }

    public int bad() {
        return weeks.stream().mapToInt(Week::bad).sum();
    }

    public boolean isSilent() {
        return all == 0;
    }

    /** The bars as SVG draws them: everything in per cent of the picture. */
    public List<Bar> bars() {
        int most = weeks.stream()
                .mapToInt(week -> Math.max(week.good, week.bad))
                .max()
                .orElse(0);
        Bar[] bars = new Bar[weeks.size()];
        Arrays.setAll(bars, i -> bar(i, weeks.get(i), Math.max(1, most)));
        return List.of(bars);
    }

    private static Bar bar(int place, Week week, int most) {
        double good = HALF * week.good / most;
        double bad = HALF * week.bad / most;
        return new Bar(
                percent(place * STEP + GAP / 2), percent(STEP - GAP), percent(50 - good), percent(good), percent(bad));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    /** A week's two bars: praise from {@code top} down to the middle, complaints from the middle down. */
    public record Bar(String x, String width, String top, String good, String bad) {}
}

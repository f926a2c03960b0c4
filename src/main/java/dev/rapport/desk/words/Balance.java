package dev.rapport.desk.words;

import java.util.List;

/** How often somebody spoke well and badly of something, in proportion to the most spoken of beside it. */
public record Balance(String target, int good, int bad, int most) {

    /** How often, as it is counted. */
    public record Sum(String target, int good, int bad) {}

    /** Each in proportion to the largest of all. */
    public static List<Balance> of(List<Sum> sums) {
        int most = sums.stream()
                .mapToInt(sum -> Math.max(sum.good(), sum.bad()))
                .max()
                .orElse(1);
        return sums.stream()
                .map(sum -> new Balance(sum.target(), sum.good(), sum.bad(), most))
                .toList();
    }

    /** In per cent of the whole width: the complaints end in the middle, the praise begins there. */
    public String badFrom() {
        return percent(50 - 50.0 * bad / most);
    }

    public String badWidth() {
        return percent(50.0 * bad / most);
    }

    public String goodWidth() {
        return percent(50.0 * good / most);
    }

    private static String percent(double value) {
        return Math.round(value * 10) / 10.0 + "%";
    }
}

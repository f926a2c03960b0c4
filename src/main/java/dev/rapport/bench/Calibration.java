package dev.rapport.bench;

import java.util.Locale;

/** Whether what is said with confidence is right. */
final class Calibration {
    private int all;
    private int sure;
    private int sureAndRight;

    void add(double confidence, boolean right) {
        all++;
        sure += confidence >= 0.8 ? 1 : 0;
        sureAndRight += confidence >= 0.8 && right ? 1 : 0;
    }

    /** Nothing was said, which is not sure. */
    void abstained() {
        all++;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "calibrated_at_08=%.3f coverage_at_08=%.3f",
                sureAndRight / (double) Math.max(1, sure),
                sure / (double) Math.max(1, all));
    }
}

package dev.rapport.understanding;

import java.util.Locale;

/** How well a source is read by weights that never saw it. */
public record Grade(String source, int texts, double accuracy, double macroF1) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s n=%d accuracy=%.3f macro_f1=%.3f", source, texts, accuracy, macroF1);
    }
}

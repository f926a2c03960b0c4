package dev.rapport.understanding;

import java.util.List;

/**
 * How well messages are read here, as far as somebody has said.
 *
 * @param confusion how often the reader said one polarity where another was meant, or the same
 * @param calibration how often it was right, by how sure it was
 * @param read messages lately read
 * @param understood of those, in a language that is read
 * @param sure of those understood, with a confidence of at least 0.8
 * @param gain what corrections bring; without any correction all zero
 */
public record Scorecard(
        List<Confused> confusion, List<Sureness> calibration, long read, long understood, long sure, Gain gain) {

    /** One polarity said where another, or the same, was meant. */
    public record Confused(Polarity said, Polarity meant, long times) {}

    /**
     * Readings corrected or confirmed with a confidence from {@code from}, a tenth wide.
     *
     * @param stated how sure the reader was of them, on average
     */
    public record Sureness(double from, double stated, long checked, long right) {}

    /**
     * Share of corrected messages read right by the shipped weights alone, and with what the corrections of the others
     * taught: each fifth is checked with the other four.
     */
    public record Gain(int checked, double without, double with) {

        static final Gain NONE = new Gain(0, 0, 0);
    }
}

package dev.rapport.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * From how sure a model says it is to how often it is right when it says so: a rising line through points found by pooling
 * adjacent violators (Ayer et al. 1955) on sources the model did not see.
 */
public final class Curve {

    private static final int BINS = 25;

    private final float[] said;
    private final float[] right;

    private Curve(float[] said, float[] right) {
        this.said = said;
        this.right = right;
    }

    /** One answer that could be checked. */
    public record Checked(float said, boolean right, float weight) {}

    /** Says what it is told. */
    public static Curve straight() {
        return new Curve(new float[] {0, 1}, new float[] {0, 1});
    }

    public static Curve through(List<Checked> answers) {
        List<Checked> sorted =
                answers.stream().sorted(Comparator.comparing(Checked::said)).toList();
        int bins = Math.clamp(sorted.size() / 40, 1, BINS);
        var said = new float[bins];
        var right = new float[bins];
        var weight = new float[bins];
        for (int i = 0; i < sorted.size(); i++) {
            int bin = (int) ((long) i * bins / sorted.size());
            Checked one = sorted.get(i);
            said[bin] += one.said() * one.weight();
            right[bin] += one.right() ? one.weight() : 0;
            weight[bin] += one.weight();
        }
        int kept = pooled(said, right, weight, bins);
        for (int i = 0; i < kept; i++) {
            said[i] /= weight[i];
            right[i] /= weight[i];
        }
        return new Curve(Arrays.copyOf(said, kept), Arrays.copyOf(right, kept));
    }

    /** Joins neighbours until the shares rise. */
    private static int pooled(float[] said, float[] right, float[] weight, int bins) {
        int kept = 0;
        for (int i = 0; i < bins; i++) {
            said[kept] = said[i];
            right[kept] = right[i];
            weight[kept] = weight[i];
            kept++;
            while (kept > 1 && right[kept - 1] / weight[kept - 1] <= right[kept - 2] / weight[kept - 2]) {
                said[kept - 2] += said[kept - 1];
                right[kept - 2] += right[kept - 1];
                weight[kept - 2] += weight[kept - 1];
                kept--;
            }
        }
        return kept;
    }

    /** A third of the way from what the model says to what was found: a model that lacks no source is right more often. */
    public Curve relaxed() {
        var between = new float[right.length];
        for (int i = 0; i < right.length; i++) {
            between[i] = (2 * said[i] + right[i]) / 3;
        }
        return new Curve(said, between);
    }

    /** How often it is right, 0 to 1. */
    public double of(double confidence) {
        int i = 0;
        while (i < said.length && said[i] < confidence) {
            i++;
        }
        if (i == 0) {
            return right[0];
        }
        if (i == said.length) {
            return right[i - 1];
        }
        double share = (confidence - said[i - 1]) / (said[i] - said[i - 1]);
        return right[i - 1] + share * (right[i] - right[i - 1]);
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(said.length);
        for (int i = 0; i < said.length; i++) {
            out.writeFloat(said[i]);
            out.writeFloat(right[i]);
        }
    }

    public static Curve read(DataInputStream in) throws IOException {
        var said = new float[in.readInt()];
        var right = new float[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = in.readFloat();
            right[i] = in.readFloat();
        }
        return new Curve(said, right);
    }
}

package dev.rapport.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A trained linear model: a weight for each class of every feature it knows. Weights of hashed features are kept in one byte
 * each; what was not seen in training weighs nothing. Never changes, so any number of threads may use it.
 */
public final class Linear {

    private static final int FREE = 0;

    private final int classes;
    private final int[] slots;
    private final byte[] weights;
    private final float step;
    private final float[] dense;

    private Linear(int classes, int features, float step, float[] dense) {
        this.classes = classes;
        this.slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, features)) * 4)];
        this.weights = new byte[slots.length * classes];
        this.step = step;
        this.dense = dense;
    }

    /**
     * @param keys names of the features, none twice
     * @param values for each of them the weights of all classes
     * @param dense for each dense feature the weights of all classes
     */
    static Linear of(int classes, int[] keys, float[] values, float[] dense) {
        float largest = 1e-6f;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        float step = largest / Byte.MAX_VALUE;
        var model = new Linear(classes, keys.length, step, dense.clone());
        for (int i = 0; i < keys.length; i++) {
            int slot = model.place(keys[i]);
            for (int c = 0; c < classes; c++) {
                model.weights[slot * classes + c] = (byte) Math.round(values[i * classes + c] / step);
            }
        }
        return model;
    }

    /** Says nothing about anything. */
    public static Linear empty(int classes, int denseFeatures) {
        return of(classes, new int[0], new float[0], new float[denseFeatures * classes]);
    }

    public int classes() {
        return classes;
    }

    public int denseFeatures() {
        return dense.length / classes;
    }

    /** Adds what a hashed feature says, {@code scale} times, to {@code into[at …]}. */
    public void add(int key, float scale, float[] into, int at) {
        int slot = key & (slots.length - 1);
        while (slots[slot] != FREE) {
            if (slots[slot] == key) {
                for (int c = 0; c < classes; c++) {
                    into[at + c] += weights[slot * classes + c] * step * scale;
                }
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
    }

    /** Adds what the dense features say. */
    public void addDense(float[] values, float[] into) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                for (int c = 0; c < classes; c++) {
                    into[c] += values[i] * dense[i * classes + c];
                }
            }
        }
    }

    /** Turns sums of evidence into chances that add up to 1, in place. */
    public static void chances(float[] logits) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        float all = 0;
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) StrictMath.exp(logits[c] - highest);
            all += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] /= all;
        }
    }

    /** Writes the model; features in the order of their names, so that the same model is always the same bytes. */
    public void write(DataOutputStream out) throws IOException {
        int[] keys = Arrays.stream(slots).filter(key -> key != FREE).sorted().toArray();
        out.writeInt(classes);
        out.writeInt(keys.length);
        out.writeFloat(step);
        out.writeInt(dense.length);
        for (float weight : dense) {
            out.writeFloat(weight);
        }
        for (int key : keys) {
            out.writeInt(key);
        }
        for (int key : keys) {
            out.write(weights, find(key) * classes, classes);
        }
    }

    public static Linear read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        int features = in.readInt();
        float step = in.readFloat();
        var dense = new float[in.readInt()];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = in.readFloat();
        }
        var model = new Linear(classes, features, step, dense);
        var keys = new int[features];
        for (int i = 0; i < features; i++) {
            keys[i] = in.readInt();
        }
        for (int key : keys) {
            in.readFully(model.weights, model.place(key) * classes, classes);
        }
        return model;
    }

    private int place(int key) {
        int slot = find(key);
        slots[slot] = key;
        return slot;
    }

    private int find(int key) {
        int slot = key & (slots.length - 1);
        while (slots[slot] != FREE && slots[slot] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}

package dev.rapport.understanding.embedding;

import java.util.Arrays;

/**
 * What words mean, as a direction among {@link #DIMENSIONS} numbers. The numbers are kept as signed bytes, the largest as 127:
 * only the direction counts.
 */
public final class Embedding {

    /** How many numbers the models have that can be used here. */
    public static final int DIMENSIONS = 384;

    private final byte[] numbers;
    private final double length;

    private Embedding(byte[] numbers) {
        this.numbers = numbers;
        this.length = Math.sqrt(dot(numbers, numbers));
    }

    /**
     * Keeps the direction of a vector.
     *
     * @throws IllegalArgumentException when it has not {@link #DIMENSIONS} finite numbers, or all of them are zero
     */
    public static Embedding of(float[] vector) {
        float largest = 0;
        for (float number : vector) {
            largest = Math.max(largest, Math.abs(number));
        }
        if (vector.length != DIMENSIONS || !(largest > 0) || Float.isInfinite(largest)) {
            throw new IllegalArgumentException("A vector of " + DIMENSIONS + " finite numbers is needed, not all zero");
        }
        byte[] numbers = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            numbers[i] = (byte) Math.round(vector[i] / largest * Byte.MAX_VALUE);
        }
        return new Embedding(numbers);
    }

    /** The one that {@link #bytes()} gave. */
    public static Embedding of(byte[] kept) {
        if (kept.length != DIMENSIONS) {
            throw new IllegalArgumentException(kept.length + " bytes are no vector");
        }
        return new Embedding(kept.clone());
    }

    public byte[] bytes() {
        return numbers.clone();
    }

    /** Which of its numbers are above zero, as ones among zeros: where few differ, the vectors are near. */
    public String signature() {
        StringBuilder bits = new StringBuilder(DIMENSIONS);
        for (byte number : numbers) {
            bits.append(number > 0 ? '1' : '0');
        }
        return bits.toString();
    }

    /** The cosine of the angle between the two: 1 for the same direction, 0 for nothing in common. */
    public double likeness(Embedding other) {
        return dot(numbers, other.numbers) / (length * other.length);
    }

    private static double dot(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}

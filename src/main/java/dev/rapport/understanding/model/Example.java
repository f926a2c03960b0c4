package dev.rapport.understanding.model;

/**
 * One labelled example.
 *
 * @param keys names of the features that are there, from {@link Hashes}; zero is skipped
 * @param scale what each of them counts
 * @param dense features that are always there, the same number in every example
 * @param labels the classes this example's source tells apart, as bits; others get no blame
 * @param weight how much it counts, 1 for an ordinary one
 * @param base what is said already for each class, for a layer to add to; empty when nothing is
 */
public record Example(int[] keys, float scale, float[] dense, int label, int labels, float weight, float[] base) {

    public Example(int[] keys, float scale, float[] dense, int label, int labels, float weight) {
        this(keys, scale, dense, label, labels, weight, new float[0]);
    }

    /** The same on top of what is said already. */
    public Example over(float[] said) {
        return new Example(keys, scale, dense, label, labels, weight, said);
    }

    /** The same among other classes and of another weight. */
    public Example with(int told, float counts) {
        return new Example(keys, scale, dense, label, told, counts, base);
    }
}

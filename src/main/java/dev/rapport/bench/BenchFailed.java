package dev.rapport.bench;

/** A benchmark that did not do what it says it measures. */
public class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BenchFailed(String why) {
        super(why);
    }

    static void unless(boolean holds, String why) {
        if (!holds) {
            throw new BenchFailed(why);
        }
    }
}

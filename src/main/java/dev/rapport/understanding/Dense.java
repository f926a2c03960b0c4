package dev.rapport.understanding;

/** Numbers about a text that are the same for every language: filled in a fixed order, each of a size near one. */
final class Dense {

    private static final double[] STEPS = {0.05, 1.2, 2.4, 3.6};

    final float[] values;
    private int at;

    Dense(int size) {
        values = new float[size];
        add(1);
    }

    void add(double value) {
        values[at++] = (float) value;
    }

    void add(boolean is) {
        values[at++] = is ? 1 : 0;
    }

    /** Good and bad of a part of the text: both, and which of 25 cases it is. Care failures are the rules' part. */
    void add(Mass mass) {
        double up = mass.feltUp();
        double down = mass.feltDown();
        add(up / 3);
        add(down / 3);
        add((up - down) / 3);
        values[at + step(up) * (STEPS.length + 1) + step(down)] = 1;
        at += (STEPS.length + 1) * (STEPS.length + 1);
    }

    /** Where the filling stands, for whoever says how many there are. */
    int filled() {
        return at;
    }

    private static int step(double value) {
        int step = 0;
        while (step < STEPS.length && value > STEPS[step]) {
            step++;
        }
        return step;
    }
}

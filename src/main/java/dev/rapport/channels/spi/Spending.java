package dev.rapport.channels.spi;

import java.time.LocalDate;

/**
 * What a place charges for or allows so much of a day, counted for one inbox as it is spent: also when what it was spent on is
 * lost.
 */
public interface Spending {

    /** Nothing is kept: for places that are only tried. */
    Spending UNKEPT = new Spending() {
        @Override
        public int spent(String what, LocalDate day) {
            return 0;
        }

        @Override
        public void spend(String what, LocalDate day, int units) {
            // Forgotten.
        }
    };

    /** @param what its name, {@code reads} */
    int spent(String what, LocalDate day);

    /** Adds to what was spent on a day; a later day begins anew. */
    void spend(String what, LocalDate day, int units);
}

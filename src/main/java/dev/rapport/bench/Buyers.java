package dev.rapport.bench;

/** Invents who bought: the same number is always the same person. */
final class Buyers {

    private Buyers() {}

    static String number(int i) {
        return "C" + (2_000_000 + i);
    }
}

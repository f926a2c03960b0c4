package dev.rapport.people.matching;

import java.util.Arrays;

/** The comparison vector of Fellegi and Sunter: for each kind of evidence its level, or unknown. */
final class Gamma {

    static final int UNKNOWN = -1;
    private static final int KINDS = Kind.values().length;

    private final byte[] levels = new byte[KINDS];

    Gamma() {
        Arrays.fill(levels, (byte) UNKNOWN);
    }

    void set(Kind kind, int level) {
        levels[kind.ordinal()] = (byte) level;
    }

    int level(Kind kind) {
        return levels[kind.ordinal()];
    }
}

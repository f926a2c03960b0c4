package dev.rapport.understanding.model;

/** Names of features as 32-bit numbers, the same on every machine. */
public final class Hashes {

    private Hashes() {}

    /** Two names joined into a new one; the order counts. */
    public static int mix(int a, int b) {
        int hash = a * 0x9E3779B1 ^ Integer.rotateLeft(b * 0x85EBCA77, 13);
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE3D;
        hash ^= hash >>> 13;
        return hash;
    }

    /** The name of a word. */
    public static int of(CharSequence word) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}

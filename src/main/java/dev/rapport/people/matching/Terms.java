package dev.rapport.people.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Every folded text that any contact has, once, with a number. Bytes in one pool and open addressing instead of strings and
 * nodes: a million contacts must fit beside the rest of the application.
 */
final class Terms {

    static final int NONE = -1;
    private static final int SEED = 7;

    private byte[] pool = new byte[1 << 12];
    private int[] starts = new int[1 << 8];
    private int[] slots = new int[1 << 9];
    private int size;

    int size() {
        return size;
    }

    /** The number of a text, a new one when it is new. */
    int add(String text) {
        int known = find(text);
        if (known != NONE) {
            return known;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (size * 3 > slots.length * 2) {
            grow();
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 3 / 2);
        }
        int start = starts[size];
        while (start + bytes.length > pool.length) {
            pool = Arrays.copyOf(pool, pool.length * 3 / 2);
        }
        System.arraycopy(bytes, 0, pool, start, bytes.length);
        starts[size + 1] = start + bytes.length;
        place(size, hash(bytes, 0, bytes.length));
        return size++;
    }

    /** The number of a text, or {@link #NONE}. */
    int find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length, hash(bytes, 0, bytes.length));
    }

    int find(byte[] in, int from, int to, int hash) {
        int mask = slots.length - 1;
        for (int slot = spread(hash) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int term = slots[slot] - 1;
            if (Arrays.equals(pool, starts[term], starts[term + 1], in, from, to)) {
                return term;
            }
        }
        return NONE;
    }

    String text(int term) {
        return new String(pool, starts[term], starts[term + 1] - starts[term], StandardCharsets.UTF_8);
    }

    /** How many letters from a position of a text on are those the term begins with. */
    int common(int term, String text, int from) {
        int most = Math.min(starts[term + 1] - starts[term], text.length() - from);
        int length = 0;
        while (length < most && pool[starts[term] + length] == text.charAt(from + length)) {
            length++;
        }
        return length;
    }

    static int start() {
        return SEED;
    }

    /** A hash that grows byte by byte: all texts that begin at one place are looked up in one pass. */
    static int next(int hash, byte b) {
        return hash * 31 + b;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = start();
        for (int i = from; i < to; i++) {
            hash = next(hash, bytes[i]);
        }
        return hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private void place(int term, int hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = term + 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int term = 0; term < size; term++) {
            place(term, hash(pool, starts[term], starts[term + 1]));
        }
    }

    long bytes() {
        return pool.length + 4L * (starts.length + slots.length);
    }
}

package dev.rapport.understanding;

import java.util.Arrays;

/** Names of the catalogue found in a text, as columns: an entry or an aspect, from which token, up to which. */
final class Mentions {

    static final int NONE = -1;

    int count;
    int[] first = new int[8];
    int[] end = new int[8];
    int[] entry = new int[8];
    int[] aspect = new int[8];

    void add(int from, int to, int ofEntry, int ofAspect) {
        if (count == first.length) {
            first = Arrays.copyOf(first, count * 2);
            end = Arrays.copyOf(end, count * 2);
            entry = Arrays.copyOf(entry, count * 2);
            aspect = Arrays.copyOf(aspect, count * 2);
        }
        first[count] = from;
        end[count] = to;
        entry[count] = ofEntry;
        aspect[count] = ofAspect;
        count++;
    }

    boolean isEntry(int i) {
        return entry[i] != NONE;
    }
}

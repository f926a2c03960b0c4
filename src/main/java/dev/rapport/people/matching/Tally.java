package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** The letters of a profile's texts that each contact explains. Open addressing, as it is filled anew for every profile. */
final class Tally {

    /** The place beside the texts where a contact found by an address, a number or a known handle is marked. */
    static final int EXACT = 3;

    private static final int TEXTS = 4;

    private int[] slots = new int[1 << 8];
    private long[] masks = new long[TEXTS << 8];
    private int size;

    void add(int slot, int text, long mask) {
        if (size * 2 > slots.length) {
            grow();
        }
        int at = at(slot);
        size += slots[at] == 0 ? 1 : 0;
        slots[at] = slot + 1;
        masks[at * TEXTS + text] |= mask;
    }

    /** Marks the letters for those of the contacts found so far who pass. */
    void among(IntPredicate passes, int text, long mask) {
        for (int at = 0; at < slots.length; at++) {
            if (slots[at] != 0 && passes.test(slots[at] - 1)) {
                masks[at * TEXTS + text] |= mask;
            }
        }
    }

    /** Those who explain most, at most so many; among equals the first in the given order. */
    List<Integer> highest(int most, Comparator<Integer> order) {
        int least = least(most);
        List<Integer> found = new ArrayList<>();
        var equals = new PriorityQueue<>(order.reversed());
        for (int at = 0; at < slots.length; at++) {
            if (slots[at] != 0 && letters(at) > least) {
                found.add(slots[at] - 1);
            } else if (slots[at] != 0 && letters(at) == least) {
                equals.add(slots[at] - 1);
                if (equals.size() > most) {
                    equals.poll();
                }
            }
        }
        while (!equals.isEmpty() && found.size() + equals.size() > most) {
            equals.poll();
        }
        found.addAll(equals);
        found.sort(order);
        return found;
    }

    /** How much the last of the highest explains. */
    private int least(int most) {
        int[] having = new int[TEXTS * Long.SIZE + 1];
        for (int at = 0; at < slots.length; at++) {
            if (slots[at] != 0) {
                having[letters(at)]++;
            }
        }
        int level = having.length - 1;
        for (int sum = having[level]; level > 0 && sum < most; sum += having[level]) {
            level--;
        }
        return level;
    }

    private int letters(int at) {
        int letters = 0;
        for (int text = 0; text < TEXTS; text++) {
            letters += Long.bitCount(masks[at * TEXTS + text]);
        }
        return letters;
    }

    private int at(int slot) {
        int mask = slots.length - 1;
        int at = (slot * 0x9E3779B9 >>> 8) & mask;
        while (slots[at] != 0 && slots[at] != slot + 1) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldSlots = slots;
        long[] oldMasks = masks;
        slots = new int[oldSlots.length * 2];
        masks = new long[oldMasks.length * 2];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != 0) {
                int at = at(oldSlots[i] - 1);
                slots[at] = oldSlots[i];
                System.arraycopy(oldMasks, i * TEXTS, masks, at * TEXTS, TEXTS);
            }
        }
    }
}

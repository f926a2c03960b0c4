package dev.rapport.people.matching;

import java.util.Arrays;

/** The small numbers contacts have inside the index, found by the person's number; freed numbers are used again. */
final class Slots {

    private long[] persons = new long[1 << 8];
    private int[] cards = new int[1 << 8];
    private int[] table = new int[1 << 9];
    private int[] free = new int[0];
    private int freed;
    private int highest;

    int size() {
        return highest - freed;
    }

    int highest() {
        return highest;
    }

    long person(int slot) {
        return persons[slot];
    }

    /** Where the contact's card begins; 0 for a free slot. */
    int card(int slot) {
        return cards[slot];
    }

    void move(int slot, int card) {
        cards[slot] = card;
    }

    int take(long person, int card) {
        int slot = freed > 0 ? free[--freed] : highest++;
        if (slot >= persons.length) {
            int length = persons.length + persons.length / 4;
            persons = Arrays.copyOf(persons, length);
            cards = Arrays.copyOf(cards, length);
        }
        persons[slot] = person;
        cards[slot] = card;
        if (highest * 3 > table.length * 2) {
            rehash(table.length * 2);
        } else {
            place(slot);
        }
        return slot;
    }

    /** The slot of a person, or -1. */
    int find(long person) {
        int at = home(person);
        while (table[at] != 0 && persons[table[at] - 1] != person) {
            at = after(at);
        }
        return table[at] - 1;
    }

    void free(int slot) {
        unplace(slot);
        cards[slot] = 0;
        if (freed == free.length) {
            free = Arrays.copyOf(free, Math.max(16, freed * 2));
        }
        free[freed++] = slot;
    }

    private void rehash(int length) {
        table = new int[length];
        for (int slot = 0; slot < highest; slot++) {
            if (cards[slot] > 0) {
                place(slot);
            }
        }
    }

    private void place(int slot) {
        int at = home(persons[slot]);
        while (table[at] != 0) {
            at = after(at);
        }
        table[at] = slot + 1;
    }

    /** Those behind the gap move up, unless they are at home already. */
    private void unplace(int slot) {
        int gap = home(persons[slot]);
        while (table[gap] != slot + 1) {
            gap = after(gap);
        }
        table[gap] = 0;
        for (int at = after(gap); table[at] != 0; at = after(at)) {
            int moved = table[at];
            table[at] = 0;
            place(moved - 1);
        }
    }

    private int home(long person) {
        return Long.hashCode(person * 0x9E3779B97F4A7C15L) & (table.length - 1);
    }

    private int after(int at) {
        return at + 1 & (table.length - 1);
    }

    long bytes() {
        return 8L * persons.length + 4L * (cards.length + table.length + free.length);
    }
}

package dev.rapport.people.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which contacts have a term: for each term a chain of blocks in one array, each twice as long as the one before. Adding and
 * removing are a few writes, so that a changed contact takes effect at once. Most terms have one contact and need no block.
 */
final class Postings {

    private static final int FIRST = 2;

    /** 0: nothing; negative: the complement of the only contact; else where the first block begins: its next one, its contacts. */
    private int[] heads = new int[1 << 8];

    private int[] counts = new int[1 << 8];
    private int[] blocks = new int[1 << 10];
    private int used = 1;

    int count(int term) {
        return term < counts.length ? counts[term] : 0;
    }

    void add(int term, int contact) {
        if (term >= heads.length) {
            int length = Math.max(term + 1, heads.length + heads.length / 4);
            heads = Arrays.copyOf(heads, length);
            counts = Arrays.copyOf(counts, length);
        }
        int count = counts[term]++;
        if (heads[term] == 0) {
            heads[term] = ~contact;
            return;
        }
        if (heads[term] < 0) {
            int only = ~heads[term];
            heads[term] = block(FIRST);
            blocks[heads[term] + 1] = only;
        }
        int place = place(term, count);
        blocks[place] = contact;
    }

    void remove(int term, int contact) {
        int last = --counts[term];
        if (heads[term] < 0) {
            heads[term] = 0;
            return;
        }
        int at = last;
        while (blocks[place(term, at)] != contact) {
            at--;
        }
        blocks[place(term, at)] = blocks[place(term, last)];
    }

    void forEach(int term, IntConsumer contacts) {
        int left = count(term);
        if (left > 0 && heads[term] < 0) {
            contacts.accept(~heads[term]);
            return;
        }
        int length = FIRST;
        for (int block = left == 0 ? 0 : heads[term]; left > 0; block = blocks[block], length *= 2) {
            int here = Math.min(left, length);
            for (int i = 1; i <= here; i++) {
                contacts.accept(blocks[block + i]);
            }
            left -= here;
        }
    }

    /** Where the n-th contact of a term stands; a block that is missing is made. */
    private int place(int term, int n) {
        int block = heads[term];
        int length = FIRST;
        int left = n;
        while (left >= length) {
            left -= length;
            length *= 2;
            if (blocks[block] == 0) {
                int next = block(length);
                blocks[block] = next;
            }
            block = blocks[block];
        }
        return block + 1 + left;
    }

    private int block(int length) {
        int start = used;
        used += length + 1;
        if (used > blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(used, blocks.length + blocks.length / 4));
        }
        return start;
    }

    long bytes() {
        return 4L * (heads.length + counts.length + blocks.length);
    }
}

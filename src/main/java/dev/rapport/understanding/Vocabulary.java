package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every word that any rule, lexicon or alias knows, as small numbers; looked up from characters without making a string. */
final class Vocabulary {

    /** The number of a word that nobody knows. */
    static final int UNKNOWN = 0;

    private final String[] words;
    private final int[] slots;

    private Vocabulary(List<String> words) {
        this.words = words.toArray(String[]::new);
        this.slots = new int[Integer.highestOneBit(Math.max(16, words.size())) * 4];
        for (int id = 1; id < this.words.length; id++) {
            int slot = hash(this.words[id].toCharArray(), this.words[id].length()) & (slots.length - 1);
            while (slots[slot] != UNKNOWN) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = id;
        }
    }

    int size() {
        return words.length;
    }

    String word(int id) {
        return words[id];
    }

    int find(String folded) {
        return find(folded.toCharArray(), folded.length());
    }

    int find(char[] folded, int length) {
        int slot = hash(folded, length) & (slots.length - 1);
        while (slots[slot] != UNKNOWN) {
            if (same(words[slots[slot]], folded, length)) {
                return slots[slot];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return UNKNOWN;
    }

    private static boolean same(String word, char[] folded, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != folded[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] folded, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + folded[i];
        }
        return hash ^ (hash >>> 15) ^ (hash >>> 7);
    }

    /** Collects words; the same words in the same order always get the same numbers. */
    static final class Builder {
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<String> words = new ArrayList<>(Arrays.asList(""));

        int add(String folded) {
            return ids.computeIfAbsent(folded, word -> {
                words.add(word);
                return words.size() - 1;
            });
        }

        int size() {
            return words.size();
        }

        Vocabulary build() {
            return new Vocabulary(words);
        }
    }
}

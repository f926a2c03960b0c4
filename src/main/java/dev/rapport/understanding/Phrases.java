package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many patterns of words in one automaton. A pattern is words with spaces; {@code a/b} stands for either, {@code a?} for
 * maybe, {@code #} for a number, {@code ~} for up to three words between, {@code ^} for the start of a sentence.
 */
final class Phrases {

    /** Told every pattern found: its number, the first token and the one after the last. */
    interface Found {
        void at(int pattern, int first, int end);
    }

    private static final int NUMBER = 1_000_000_001;
    private static final int GAP = 1_000_000_002;
    private static final int START = 1_000_000_003;
    private static final int GAP_WORDS = 3;
    private static final int NONE = -1;

    private final long[] keys;
    private final int[] next;
    private final int[][] accepts;
    private final boolean[] starts;
    private final boolean startsWithNumber;

    private Phrases(Builder builder, int words) {
        keys = new long[Integer.highestOneBit(Math.max(8, builder.edges.size())) * 4];
        next = new int[keys.length];
        Arrays.fill(next, NONE);
        builder.edges.forEach(this::put);
        accepts = builder.accepts.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        starts = new boolean[words];
        for (int word = 1; word < words; word++) {
            starts[word] = step(0, word) != NONE || step(step(0, START), word) != NONE;
        }
        startsWithNumber = step(0, NUMBER) != NONE || step(step(0, START), NUMBER) != NONE;
    }

    /** Every pattern, from every token, in the order of the text. */
    void find(Tokens tokens, Found found) {
        for (int i = 0; i < tokens.count; i++) {
            boolean known = tokens.word[i] < starts.length && starts[tokens.word[i]];
            if (known || startsWithNumber && tokens.kind[i] == Tokens.NUMBER) {
                walk(0, i, i, GAP_WORDS, tokens, found);
                if (startsSentence(tokens, i)) {
                    walk(step(0, START), i, i, GAP_WORDS, tokens, found);
                }
            }
        }
    }

    private boolean startsSentence(Tokens tokens, int i) {
        if (i == 0) {
            return true;
        }
        byte kind = tokens.kind[i - 1];
        boolean comma = tokens.isMark(i - 1, ',') || tokens.isMark(i - 1, '\'') || tokens.isMark(i - 1, '-');
        return kind == Tokens.MENTION || kind == Tokens.EMOJI || kind == Tokens.LINK || kind == Tokens.MARK && !comma;
    }

    private void walk(int state, int first, int at, int gap, Tokens tokens, Found found) {
        if (state == NONE) {
            return;
        }
        for (int pattern : accepts[state]) {
            found.at(pattern, first, at);
        }
        if (at == tokens.count) {
            return;
        }
        if (tokens.word[at] != Vocabulary.UNKNOWN) {
            walk(step(state, tokens.word[at]), first, at + 1, GAP_WORDS, tokens, found);
        }
        if (tokens.kind[at] == Tokens.NUMBER) {
            walk(step(state, NUMBER), first, at + 1, GAP_WORDS, tokens, found);
        }
        int loose = step(state, GAP);
        if (loose != NONE) {
            skip(loose, first, at, gap, tokens, found);
        }
    }

    private void skip(int state, int first, int at, int gap, Tokens tokens, Found found) {
        for (int skipped = 0; skipped <= gap && at + skipped < tokens.count; skipped++) {
            int i = at + skipped;
            if (tokens.word[i] != Vocabulary.UNKNOWN) {
                walk(step(state, tokens.word[i]), first, i + 1, GAP_WORDS, tokens, found);
            }
            if (tokens.kind[i] == Tokens.NUMBER) {
                walk(step(state, NUMBER), first, i + 1, GAP_WORDS, tokens, found);
            }
            boolean stops = tokens.kind[i] == Tokens.MARK && !tokens.isMark(i, ',') && !tokens.isMark(i, '\'');
            if (stops) {
                return;
            }
        }
    }

    private void put(long key, int state) {
        int slot = slot(key);
        while (next[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        next[slot] = state;
    }

    private int step(int state, int word) {
        if (state == NONE) {
            return NONE;
        }
        long key = key(state, word);
        int slot = slot(key);
        while (next[slot] != NONE) {
            if (keys[slot] == key) {
                return next[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }

    private static long key(int state, int word) {
        return (long) state << 32 | word;
    }

    /** Collects patterns and numbers their words through the vocabulary. */
    static final class Builder {
        private final Vocabulary.Builder vocabulary;
        private final Map<Long, Integer> edges = new HashMap<>();
        private final List<List<Integer>> accepts = new ArrayList<>();

        Builder(Vocabulary.Builder vocabulary) {
            this.vocabulary = vocabulary;
            accepts.add(new ArrayList<>());
        }

        /** Adds a pattern under a number; several patterns may share one. */
        void add(String pattern, int number) {
            List<Integer> states = List.of(0);
            for (String part : pattern.strip().split("\\s+")) {
                states = extend(states, part);
            }
            for (int state : states) {
                if (!accepts.get(state).contains(number)) {
                    accepts.get(state).add(number);
                }
            }
        }

        /** Adds words that stand for themselves, whatever marks they hold. */
        void addWords(List<String> words, int number) {
            int state = 0;
            for (String word : words) {
                state = edge(state, vocabulary.add(word));
            }
            if (!accepts.get(state).contains(number)) {
                accepts.get(state).add(number);
            }
        }

        Phrases build() {
            return new Phrases(this, vocabulary.size());
        }

        private List<Integer> extend(List<Integer> states, String part) {
            boolean maybe = part.length() > 1 && part.endsWith("?");
            String either = maybe ? part.substring(0, part.length() - 1) : part;
            var ends = new ArrayList<Integer>(maybe ? states : List.of());
            for (String word : either.split("/")) {
                for (int state : states) {
                    ends.add(edge(state, symbol(word)));
                }
            }
            return ends.stream().distinct().toList();
        }

        private int symbol(String word) {
            return switch (word) {
                case "#" -> NUMBER;
                case "~" -> GAP;
                case "^" -> START;
                default -> vocabulary.add(asTokenised(Folding.of(word)));
            };
        }

        private static String asTokenised(String word) {
            return word.replaceAll("(?<=.)'(s|ll)$", "").replace("'", "");
        }

        private int edge(int state, int symbol) {
            return edges.computeIfAbsent(key(state, symbol), key -> {
                accepts.add(new ArrayList<>());
                return accepts.size() - 1;
            });
        }
    }
}

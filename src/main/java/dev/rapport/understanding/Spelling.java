package dev.rapport.understanding;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Mends near misspellings of names by a neighbourhood of deletions: one letter too many, too few, wrong or swapped, in words
 * of six letters and more whose first letter is right.
 */
final class Spelling {

    private static final int SHORTEST = 6;

    private final Map<String, Integer> deletions = new HashMap<>();
    private final Vocabulary vocabulary;

    Spelling(Vocabulary vocabulary, Collection<String> words) {
        this.vocabulary = vocabulary;
        for (String word : words) {
            if (word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter)) {
                addAll(word);
            }
        }
    }

    /** Gives every unknown word that is nearly a name that name's number. */
    void mend(Tokens tokens) {
        if (deletions.isEmpty()) {
            return;
        }
        for (int i = 0; i < tokens.count; i++) {
            int length = tokens.to[i] - tokens.from[i];
            boolean open = tokens.word[i] == Vocabulary.UNKNOWN && tokens.kind[i] == Tokens.WORD;
            if (open && length >= SHORTEST - 1 && length < 40) {
                tokens.word[i] = nearest(Folding.of(tokens.text.substring(tokens.from[i], tokens.to[i])));
            }
        }
    }

    private int nearest(String word) {
        Integer same = deletions.get(word);
        if (same != null && isNear(word, same)) {
            return same;
        }
        for (int cut = 1; cut < word.length(); cut++) {
            Integer id = deletions.get(without(word, cut));
            if (id != null && isNear(word, id)) {
                return id;
            }
        }
        return Vocabulary.UNKNOWN;
    }

    private void addAll(String word) {
        int id = vocabulary.find(word);
        deletions.putIfAbsent(word, id);
        for (int cut = 1; cut < word.length(); cut++) {
            deletions.putIfAbsent(without(word, cut), id);
        }
    }

    private static String without(String word, int cut) {
        return word.substring(0, cut) + word.substring(cut + 1);
    }

    /** At most one insertion, deletion, substitution or swap of neighbours. */
    private boolean isNear(String written, int id) {
        String name = vocabulary.word(id);
        int from = 0;
        int shorter = Math.min(written.length(), name.length());
        while (from < shorter && written.charAt(from) == name.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < shorter - from
                && written.charAt(written.length() - 1 - tail) == name.charAt(name.length() - 1 - tail)) {
            tail++;
        }
        int inWritten = written.length() - from - tail;
        int inName = name.length() - from - tail;
        boolean swapped = inWritten == 2
                && inName == 2
                && written.charAt(from) == name.charAt(from + 1)
                && written.charAt(from + 1) == name.charAt(from);
        return from > 0 && (inWritten <= 1 && inName <= 1 || swapped);
    }
}

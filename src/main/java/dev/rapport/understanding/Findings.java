package dev.rapport.understanding;

import java.util.Arrays;

/** The patterns found in a text, as columns: which rule, from which token, up to which. */
final class Findings implements Phrases.Found {

    private final LanguageRules rules;
    int count;
    int[] pattern = new int[16];
    int[] first = new int[16];
    int[] end = new int[16];

    Findings(Tokens tokens, LanguageRules rules) {
        this.rules = rules;
        rules.phrases().find(tokens, this);
    }

    Rule rule(int i) {
        return rules.rule(pattern[i]);
    }

    @Override
    public void at(int found, int from, int to) {
        if (count == pattern.length) {
            pattern = Arrays.copyOf(pattern, count * 2);
            first = Arrays.copyOf(first, count * 2);
            end = Arrays.copyOf(end, count * 2);
        }
        pattern[count] = found;
        first[count] = from;
        end[count] = to;
        count++;
    }
}

package dev.rapport.understanding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Whom a message is addressed to: the handles the channel names, and those that begin the text. */
final class Addressees {

    private Addressees() {}

    /** Entries of the catalogue, in order. */
    static SequencedSet<Integer> of(List<String> handles, Tokens tokens, Mentions mentions, TargetMatcher targets) {
        var entries = new LinkedHashSet<Integer>();
        for (String handle : handles) {
            int entry = targets.entryOf(handle);
            if (entry != Mentions.NONE) {
                entries.add(entry);
            }
        }
        int leading = leading(tokens);
        for (int i = 0; i < mentions.count; i++) {
            if (mentions.isEntry(i) && mentions.first[i] < leading) {
                entries.add(mentions.entry[i]);
            }
        }
        return entries;
    }

    /** Mentions that only call the addressee: handles at the start, and addressed handles at the very end. */
    static boolean[] vocatives(Tokens tokens, Mentions mentions, SequencedSet<Integer> addressed) {
        var vocatives = new boolean[mentions.count];
        int leading = leading(tokens);
        for (int i = 0; i < mentions.count; i++) {
            boolean handle = mentions.isEntry(i) && tokens.kind[mentions.first[i]] == Tokens.MENTION;
            vocatives[i] = handle && (mentions.first[i] < leading || addressed.contains(mentions.entry[i]));
        }
        return vocatives;
    }

    /** The number of tokens that are nothing but handles (and a full stop before them) at the start. */
    private static int leading(Tokens tokens) {
        int leading = 0;
        while (leading < tokens.count
                && (tokens.kind[leading] == Tokens.MENTION
                        || tokens.isMark(leading, '.')
                        || tokens.isMark(leading, ':'))) {
            leading++;
        }
        return leading;
    }
}

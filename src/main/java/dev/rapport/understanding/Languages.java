package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text. Script and stop words decide; only where they leave doubt is the detector asked, because it
 * costs more than all the rest of a reading. Handles, links and hashtags have no say, and a short text is not called foreign
 * lightly.
 */
final class Languages {

    static final String UNKNOWN = "und";

    private static final int SURE = 2;

    private final List<String> own;
    private final List<String> known = new ArrayList<>();
    private final List<Integer> ownAmongKnown = new ArrayList<>();
    private final int[] stopWordOf;
    private final int[] hintOf;
    private final Detector detector;
    private final OwnLetters letters;

    private Languages(Builder builder, int words) {
        own = builder.own;
        known.addAll(builder.known);
        own.forEach(language -> ownAmongKnown.add(known.indexOf(language)));
        stopWordOf = new int[words];
        builder.stopWords.forEach((word, languages) -> stopWordOf[word] = languages);
        hintOf = new int[words];
        builder.hints.forEach((word, languages) -> hintOf[word] = languages);
        detector = new Detector(own);
        letters = new OwnLetters(known);
    }

    /** A BCP-47 tag, {@link #UNKNOWN} when there are no words to tell it by. */
    String of(Tokens tokens, @Nullable String declared) {
        String script = Scripts.languageOf(tokens);
        if (script != null) {
            return script;
        }
        int[] votes = votes(tokens);
        int letters = votes[known.size()];
        if (letters == 0) {
            return tokens.letters == 0 ? UNKNOWN : unsure(tokens, votes, primary(declared));
        }
        int best = best(votes);
        if (best >= 0 && votes[best] >= SURE && votes[best] > second(votes, best)) {
            boolean foreign = !own.contains(known.get(best));
            if (!foreign || isClearlyForeign(votes, best)) {
                return known.get(best);
            }
        }
        return unsure(tokens, votes, primary(declared));
    }

    /**
     * Few words decide nothing: what the channel declares, else the one of ours that most stop words, everyday words and
     * letters of its own speak for, else the detector among ours.
     */
    private String unsure(Tokens tokens, int[] votes, @Nullable String declared) {
        if (declared != null && own.contains(declared)) {
            return declared;
        }
        int[] signs = signs(tokens, votes);
        int best = -1;
        int second = 0;
        for (int language : ownAmongKnown) {
            int count = language < 0 ? 0 : signs[language];
            if (count > (best < 0 ? 0 : signs[best])) {
                second = best < 0 ? 0 : signs[best];
                best = language;
            } else {
                second = Math.max(second, count);
            }
        }
        return best >= 0 && signs[best] > second ? known.get(best) : detector.language(tokens);
    }

    /** Stop words count twice, everyday words and words with letters of a language once. */
    private int[] signs(Tokens tokens, int[] votes) {
        var signs = new int[known.size()];
        for (int language = 0; language < signs.length; language++) {
            signs[language] = 2 * votes[language];
        }
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.WORD && !tokens.is(i, Tokens.HASHTAG)) {
                int word = tokens.word[i];
                add(word < hintOf.length ? hintOf[word] : 0, signs);
                add(letters.languagesOf(tokens.text, tokens.from[i], tokens.to[i]), signs);
            }
        }
        return signs;
    }

    private static void add(int languages, int[] signs) {
        for (int language = 0, rest = languages; rest != 0; language++, rest >>>= 1) {
            signs[language] += rest & 1;
        }
    }

    private boolean isClearlyForeign(int[] votes, int best) {
        int ours = bestOwn(votes);
        int rival = ours < 0 ? 0 : votes[known.indexOf(own.get(ours))];
        return votes[best] >= 3 && votes[best] >= 2 * rival + 1;
    }

    private int[] votes(Tokens tokens) {
        var votes = new int[known.size() + 1];
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.WORD && !tokens.is(i, Tokens.HASHTAG)) {
                votes[known.size()] += tokens.to[i] - tokens.from[i];
                int languages = tokens.word[i] < stopWordOf.length ? stopWordOf[tokens.word[i]] : 0;
                for (int language = 0; languages != 0; language++, languages >>>= 1) {
                    votes[language] += languages & 1;
                }
            }
        }
        return votes;
    }

    private int best(int[] votes) {
        int best = -1;
        for (int i = 0; i < known.size(); i++) {
            boolean better = votes[i] > 0 && (best < 0 || votes[i] > votes[best]);
            best = better ? i : best;
        }
        return best;
    }

    private int second(int[] votes, int best) {
        int second = 0;
        for (int i = 0; i < known.size(); i++) {
            second = i == best ? second : Math.max(second, votes[i]);
        }
        return second;
    }

    private int bestOwn(int[] votes) {
        int best = -1;
        for (int i = 0; i < own.size(); i++) {
            int language = ownAmongKnown.get(i);
            boolean better = language >= 0 && (best < 0 || votes[language] > votes[ownAmongKnown.get(best)]);
            best = better ? i : best;
        }
        return best;
    }

    private static @Nullable String primary(@Nullable String declared) {
        return declared == null || declared.isBlank()
                ? null
                : Locale.forLanguageTag(declared).getLanguage();
    }

    /** Numbers the stop words of every language we can tell apart. */
    static final class Builder {
        private final List<String> own;
        private final List<String> known = new ArrayList<>();
        private final Map<Integer, Integer> stopWords = new HashMap<>();
        private final Map<Integer, Integer> hints = new HashMap<>();

        Builder(List<String> own, Vocabulary.Builder vocabulary) {
            this.own = own.stream()
                    .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                    .toList();
            for (String line : RuleFile.lines("stopwords")) {
                int colon = line.indexOf(": ");
                int bit = 1 << known.size();
                known.add(line.substring(0, colon));
                for (String word : line.substring(colon + 2).split(" ")) {
                    int id = vocabulary.add(Folding.of(word).replace("'", ""));
                    stopWords.merge(id, bit, (a, b) -> a | b);
                }
            }
            for (String line : RuleFile.lines("everyday_more")) {
                int colon = line.indexOf(": ");
                for (String word : line.substring(colon + 2).split(" ")) {
                    hint(vocabulary.add(Folding.of(word).replace("'", "")), line.substring(0, colon));
                }
            }
        }

        /** Says that a word is an everyday one in a language: too little to decide, enough where nothing else does. */
        void hint(int word, String language) {
            if (known.contains(language)) {
                hints.merge(word, 1 << known.indexOf(language), (a, b) -> a | b);
            }
        }

        Languages build(int words) {
            return new Languages(this, words);
        }
    }
}

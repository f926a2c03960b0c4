package dev.rapport.understanding;

import dev.rapport.commerce.Aspect;
import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the catalogue's names, handles and aspects in a text: the longest match, from left to right. */
final class TargetMatcher {

    private record Named(int entry, int aspect, boolean everyday) {}

    private final Phrases phrases;
    private final Named[] names;
    private final Map<String, Integer> handles;

    private TargetMatcher(Builder builder) {
        phrases = builder.phrases.build();
        names = builder.names.toArray(Named[]::new);
        handles = Map.copyOf(builder.handles);
    }

    Mentions find(Tokens tokens) {
        var longest = new Longest(tokens);
        phrases.find(tokens, longest);
        longest.flush();
        return longest.mentions;
    }

    /** The entry a handle belongs to, or {@link Mentions#NONE}. */
    int entryOf(String handle) {
        String bare = handle.startsWith("@") ? handle : "@" + handle;
        return handles.getOrDefault(Folding.of(bare.strip()), Mentions.NONE);
    }

    private final class Longest implements Phrases.Found {
        private final Mentions mentions = new Mentions();
        private final Tokens tokens;
        private int from = -1;
        private int to = -1;
        private int name;
        private int free;

        Longest(Tokens tokens) {
            this.tokens = tokens;
        }

        @Override
        public void at(int pattern, int first, int end) {
            if (first != from) {
                flush();
            }
            boolean longer = first != from || end > to;
            if (first >= free && longer && isMeant(names[pattern], first)) {
                from = first;
                to = end;
                name = pattern;
            }
        }

        void flush() {
            if (from >= 0) {
                mentions.add(from, to, names[name].entry, names[name].aspect);
                free = to;
                from = -1;
            }
        }

        /** A brand called like an everyday word is meant when it is written as a name. */
        private boolean isMeant(Named named, int first) {
            return !named.everyday
                    || tokens.capitals == 0
                    || tokens.is(first, Tokens.CAPITALISED)
                    || tokens.is(first, Tokens.HASHTAG);
        }
    }

    /** Collects names; entries come before aspects where both have the same name. */
    static final class Builder {
        private final Vocabulary.Builder vocabulary;
        private final Set<String> everyday;
        private final Phrases.Builder phrases;
        private final List<Named> names = new ArrayList<>();
        private final Map<String, Integer> handles = new HashMap<>();
        private final Set<String> nameWords = new LinkedHashSet<>();

        Builder(CatalogueSnapshot catalogue, Vocabulary.Builder vocabulary, Set<String> everyday) {
            this.vocabulary = vocabulary;
            this.everyday = everyday;
            this.phrases = new Phrases.Builder(vocabulary);
            for (int i = 0; i < catalogue.entries().size(); i++) {
                entry(catalogue.entries().get(i), i);
            }
            for (int i = 0; i < catalogue.aspects().size(); i++) {
                aspect(catalogue.aspects().get(i), i);
            }
        }

        TargetMatcher build() {
            return new TargetMatcher(this);
        }

        /** The words of names that may be misspelt. */
        Set<String> nameWords() {
            return nameWords;
        }

        private void entry(CatalogueEntry entry, int index) {
            name(entry.name(), index);
            entry.aliases().forEach(alias -> name(alias, index));
            for (String handle : entry.handles()) {
                String folded = Folding.of(handle.startsWith("@") ? handle : "@" + handle);
                handles.putIfAbsent(folded, index);
                vocabulary.add(folded);
                add(List.of(folded), new Named(index, Mentions.NONE, false));
            }
        }

        private void name(String name, int index) {
            boolean capitalised = !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
            for (List<String> words : Names.variants(name)) {
                boolean common = capitalised && words.size() == 1 && everyday.contains(words.getFirst());
                add(words, new Named(index, Mentions.NONE, common));
                words.stream().filter(word -> !everyday.contains(word)).forEach(nameWords::add);
            }
        }

        private void aspect(Aspect aspect, int index) {
            var all = new ArrayList<>(aspect.words());
            all.add(aspect.name());
            for (String word : all) {
                Names.variants(word).forEach(words -> add(words, new Named(Mentions.NONE, index, false)));
            }
        }

        private void add(List<String> words, Named named) {
            phrases.addWords(words, names.size());
            names.add(named);
        }
    }
}

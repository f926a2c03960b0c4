package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All we know of one language, compiled: the feeling and the part of each word, and every pattern of words. */
final class LanguageRules {

    /** The parts a word can play in a clause; a word may play several. */
    static final List<String> PARTS = List.of(
            "negator",
            "contrast",
            "concession",
            "booster",
            "damper",
            "doubt",
            "than",
            "over",
            "preferring",
            "against",
            "opener",
            "comparing");

    static final int NEGATOR = 1;
    static final int CONTRAST = 2;
    static final int CONCESSION = 4;
    static final int BOOSTER = 8;
    static final int DAMPER = 16;
    static final int DOUBT = 32;
    static final int THAN = 64;
    static final int OVER = 128;
    static final int PREFERRING = 256;
    static final int AGAINST = 512;
    static final int OPENER = 1024;
    static final int COMPARING = 2048;

    private final String language;
    private final float[] feelings;
    private final int[] parts;
    private final Phrases phrases;
    private final Rule[] rules;

    private LanguageRules(Builder builder) {
        language = builder.language;
        feelings = new float[builder.vocabulary.size()];
        parts = new int[feelings.length];
        builder.feelings.forEach((word, feeling) -> feelings[word] = feeling);
        builder.parts.forEach((word, part) -> parts[word] = part);
        phrases = builder.phrases.build();
        rules = builder.rules.toArray(Rule[]::new);
    }

    String language() {
        return language;
    }

    float feeling(int word) {
        return word < feelings.length ? feelings[word] : 0;
    }

    boolean plays(int word, int part) {
        return word < parts.length && (parts[word] & part) != 0;
    }

    Phrases phrases() {
        return phrases;
    }

    Rule rule(int pattern) {
        return rules[pattern];
    }

    /** A pattern as the tokeniser will see its words: the French "j'ai" is two. */
    static String written(String language, String pattern) {
        return language.equals("fr") ? pattern.replaceAll("(?i)\\b(qu|[ldjncsmt])['’](?=\\p{L})", "$1 ") : pattern;
    }

    /** Reads the resources of one language and numbers its words. */
    static final class Builder {
        private final String language;
        private final Vocabulary.Builder vocabulary;
        private final Map<Integer, Float> feelings = new HashMap<>();
        private final Map<Integer, Integer> parts = new HashMap<>();
        private final Phrases.Builder phrases;
        private final List<Rule> rules = new ArrayList<>();

        Builder(String language, Vocabulary.Builder vocabulary, CarePatterns care, CareReasons reasons) {
            this.language = language;
            this.vocabulary = vocabulary;
            this.phrases = new Phrases.Builder(vocabulary);
            RuleFile.lines("grammar_" + language).forEach(this::grammar);
            RuleFile.lines("lexicon_" + language).forEach(this::lexicon);
            Emoji.FEELINGS.forEach((emoji, feeling) -> feelings.put(vocabulary.add(Folding.of(emoji)), feeling));
            addRules("urgency_" + language, Rule.Kind.URGENCY);
            addIntents();
            addReasons(reasons);
            care.patterns().stream()
                    .filter(pattern -> pattern.language().equals(language))
                    .forEach(this::care);
        }

        /** To be called when every other matcher has numbered its words as well. */
        LanguageRules build() {
            return new LanguageRules(this);
        }

        String language() {
            return language;
        }

        /** The words of the lexicon, by number. */
        Set<Integer> words() {
            return feelings.keySet();
        }

        private void grammar(String line) {
            int colon = line.indexOf(": ");
            int bit = PARTS.indexOf(line.substring(0, colon));
            if (bit < 0) {
                throw new IllegalStateException("no part of a clause is called so: " + line);
            }
            int part = 1 << bit;
            for (String word : line.substring(colon + 2).split(" ")) {
                parts.merge(vocabulary.add(key(word)), part, (a, b) -> a | b);
            }
        }

        private void lexicon(String line) {
            int colon = line.indexOf(": ");
            float feeling = Float.parseFloat(line.substring(0, colon));
            for (String entry : line.substring(colon + 2).split(" ")) {
                for (String form : Inflections.of(entry, language)) {
                    feeling(form, feeling);
                }
            }
        }

        private void feeling(String form, float feeling) {
            if (form.indexOf('_') < 0) {
                feelings.putIfAbsent(vocabulary.add(key(form)), feeling);
                return;
            }
            String pattern = form.replace('_', ' ');
            add(pattern, new Rule(Rule.Kind.FEELING, form, feeling, null, null));
        }

        private void addRules(String file, Rule.Kind kind) {
            for (RuleFile.Rule rule : RuleFile.load(file).rules()) {
                add(rule.pattern(), new Rule(kind, rule.key(), rule.points(), null, null));
            }
        }

        private void addIntents() {
            for (RuleFile.Rule rule : RuleFile.load("intents_" + language).rules()) {
                Intent intent = Intent.valueOf(rule.key());
                add(rule.pattern(), new Rule(Rule.Kind.INTENT, rule.key(), 0, intent, null));
            }
        }

        private void care(CarePattern pattern) {
            String reason = pattern.reason() == null ? CareReasons.ofFailure(pattern.key()) : pattern.reason();
            add(pattern.pattern(), new Rule(Rule.Kind.CARE, pattern.key(), pattern.points(), null, reason));
        }

        /** The shipped words of the reasons in use, and the organisation's own, which hold in every language. */
        private void addReasons(CareReasons reasons) {
            for (RuleFile.Rule rule : RuleFile.load("reasons_" + language).rules()) {
                if (reasons.keys().contains(rule.key())) {
                    reason(rule.key(), rule.pattern());
                }
            }
            for (CareReason reason : reasons.reasons()) {
                for (String pattern : reason.words().split(";", -1)) {
                    if (!pattern.isBlank()) {
                        reason(reason.key(), pattern.strip());
                    }
                }
            }
        }

        private void reason(String key, String pattern) {
            add(pattern, new Rule(Rule.Kind.REASON, key, 0, null, key));
        }

        private void add(String pattern, Rule rule) {
            phrases.add(written(language, pattern), rules.size());
            rules.add(rule);
        }

        private static String key(String word) {
            return Folding.of(word).replace("'", "");
        }
    }
}

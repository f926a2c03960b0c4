package dev.rapport.understanding;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages with one catalogue, one list of languages and one list of care patterns, all compiled when it is made; a
 * change of any of them asks for a new reader.
 */
public final class CatalogueReader implements Reader {

    private static final Set<String> READ = Set.of("en", "fr");
    private static final String RULES = "1";
    private static final String MODEL = "none";

    private final CatalogueSnapshot catalogue;
    private final Tokeniser tokeniser;
    private final Languages languages;
    private final Spelling spelling;
    private final TargetMatcher targets;
    private final Map<String, LanguageRules> rules = new LinkedHashMap<>();
    private final Versions versions;

    /** @param languages the organisation's, as BCP-47 tags, the most used first; at least one */
    public CatalogueReader(CatalogueSnapshot catalogue, List<String> languages, CarePatterns care) {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a reader needs at least one language");
        }
        this.catalogue = catalogue;
        var vocabulary = new Vocabulary.Builder();
        var stopWords = new Languages.Builder(languages, vocabulary);
        List<LanguageRules.Builder> builders = languages.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .distinct()
                .filter(READ::contains)
                .map(language -> new LanguageRules.Builder(language, vocabulary, care))
                .toList();
        EverydayWords.ALL.forEach(word -> stopWords.hint(vocabulary.add(word), "en"));
        builders.forEach(builder -> builder.words().forEach(word -> stopWords.hint(word, builder.language())));
        var matcher = new TargetMatcher.Builder(catalogue, vocabulary, EverydayWords.ALL);
        builders.forEach(builder -> {
            LanguageRules built = builder.build();
            rules.put(built.language(), built);
        });
        this.targets = matcher.build();
        Vocabulary built = vocabulary.build();
        this.languages = stopWords.build(built.size());
        this.tokeniser = new Tokeniser(built);
        this.spelling = new Spelling(built, matcher.nameWords());
        this.versions = new Versions(RULES + "-" + care.fingerprint(), MODEL, catalogue.version());
    }

    @Override
    public Versions versions() {
        return versions;
    }

    @Override
    public Reading read(Words words) {
        Tokens tokens = tokens(words.text());
        String language = languages.of(tokens, words.declaredLanguage());
        Mentions mentions = targets.find(tokens);
        List<Mention> named = named(tokens, mentions);
        @Nullable LanguageRules speaking = rulesFor(language, tokens);
        if (speaking == null) {
            return new Reading(language, false, null, 0, Set.of(), 0, List.of(), List.of(), named);
        }
        var analysis = new Analysis(tokens, speaking);
        List<Analysis> analyses = withTitle(analysis, words.title(), speaking);
        Mass mass = new Mass();
        analyses.forEach(one -> mass.add(one.mass, 1));
        SequencedSet<Integer> addressed = Addressees.of(words.addressees(), tokens, mentions, targets);
        if (mentions.count == 0) {
            addTitleTargets(analyses, addressed);
        }
        List<Opinion> opinions = new Opinions(catalogue, analysis, mentions, addressed).all();
        return reading(language, analyses, mass, opinions, named);
    }

    /** How likely a whole text in one of our languages is positive, neutral and negative: for measuring. */
    public Tone tone(String text, String language) {
        return analysis(text, language).mass.tone();
    }

    /** How likely a text speaks well, neutrally or badly of what stands in {@code target}: for measuring. */
    public Tone toneAbout(String text, Span target, String language) {
        Analysis analysis = analysis(text, language);
        Tokens tokens = analysis.tokens;
        int first = 0;
        while (first < tokens.count && tokens.to[first] <= target.from()) {
            first++;
        }
        int end = first;
        while (end < tokens.count && tokens.from[end] < target.to()) {
            end++;
        }
        if (first >= tokens.count || first == end) {
            return analysis.mass.tone();
        }
        return analysis.tones.about(first, end, new Mentions(), Mentions.NONE).tone();
    }

    /** The language of a text, as {@link #read} would tell it. */
    public String languageOf(String text) {
        return languages.of(tokens(text), null);
    }

    private Tokens tokens(String text) {
        Tokens tokens = tokeniser.tokens(text);
        spelling.mend(tokens);
        return tokens;
    }

    Analysis analysis(String text, String language) {
        LanguageRules speaking = rules.get(language);
        if (speaking == null) {
            throw new IllegalArgumentException("not a language of this reader: " + language);
        }
        return new Analysis(tokens(text), speaking);
    }

    /** Emoji need no language: without any word the first language's rules read them. */
    private @Nullable LanguageRules rulesFor(String language, Tokens tokens) {
        boolean wordless = language.equals(Languages.UNKNOWN) && tokens.letters == 0 && holdsEmoji(tokens);
        if (wordless && !rules.isEmpty()) {
            return rules.values().iterator().next();
        }
        return rules.get(language);
    }

    private static boolean holdsEmoji(Tokens tokens) {
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.EMOJI) {
                return true;
            }
        }
        return false;
    }

    private List<Analysis> withTitle(Analysis text, @Nullable String title, LanguageRules speaking) {
        return title == null || title.isBlank() ? List.of(text) : List.of(text, new Analysis(tokens(title), speaking));
    }

    /** A mail whose subject names the target is about it, though the text does not repeat the name. */
    private void addTitleTargets(List<Analysis> analyses, SequencedSet<Integer> addressed) {
        if (analyses.size() > 1) {
            Mentions inTitle = targets.find(analyses.getLast().tokens);
            for (int i = 0; i < inTitle.count; i++) {
                if (inTitle.isEntry(i)) {
                    addressed.add(inTitle.entry[i]);
                }
            }
        }
    }

    private Reading reading(
            String language, List<Analysis> analyses, Mass mass, List<Opinion> opinions, List<Mention> named) {
        Tone tone = mass.tone();
        boolean mixed = mass.isMixed() || isDivided(opinions);
        boolean aboutSomebody = opinions.stream().anyMatch(opinion -> opinion.target() != null);
        var intents = new HashSet<Intent>();
        analyses.forEach(analysis -> intents.addAll(Intents.of(analysis, tone, aboutSomebody)));
        Urgency urgency = Urgency.of(analyses, tone, intents.contains(Intent.CHURN_RISK));
        Polarity polarity = mixed ? Polarity.MIXED : tone.polarity();
        double confidence = mixed ? 1 - tone.neutral() : tone.confidence();
        return new Reading(
                language,
                true,
                polarity,
                confidence,
                Set.copyOf(intents),
                urgency.points(),
                urgency.reasons(),
                opinions,
                named);
    }

    /** Good about one target, bad about another. */
    private static boolean isDivided(List<Opinion> opinions) {
        boolean good = opinions.stream().anyMatch(opinion -> opinion.polarity() == Polarity.POSITIVE);
        boolean bad = opinions.stream().anyMatch(opinion -> opinion.polarity() == Polarity.NEGATIVE);
        return good && bad;
    }

    private List<Mention> named(Tokens tokens, Mentions mentions) {
        var named = new ArrayList<Mention>();
        for (int i = 0; i < mentions.count; i++) {
            if (mentions.isEntry(i)) {
                CatalogueEntry entry = catalogue.entries().get(mentions.entry[i]);
                named.add(new Mention(entry.target(), entry.name(), tokens.span(mentions.first[i], mentions.end[i])));
            }
        }
        return List.copyOf(named);
    }
}

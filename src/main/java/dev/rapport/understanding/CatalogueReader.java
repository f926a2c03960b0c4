package dev.rapport.understanding;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
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

    private static final Set<String> READ = Set.of("en", "fr", "es", "de");
    private static final String RULES = "1";

    /** The language whose words the weights know. */
    private static final String LEARNT = "en";

    private final CatalogueSnapshot catalogue;
    private final Tokeniser tokeniser;
    private final Languages languages;
    private final Spelling spelling;
    private final TargetMatcher targets;
    private final Map<String, LanguageRules> rules = new LinkedHashMap<>();
    private final Versions versions;
    private final Weights weights;
    private final Layers layers;
    private final ReasonFinder reasons;

    /** Without any correction. {@code languages} are the organisation's, as BCP-47 tags, the most used first; at least one. */
    public CatalogueReader(CatalogueSnapshot catalogue, List<String> languages, CarePatterns care) {
        this(catalogue, languages, care, CareReasons.defaults());
    }

    /** The same with the organisation's own reasons. */
    public CatalogueReader(
            CatalogueSnapshot catalogue, List<String> languages, CarePatterns care, CareReasons reasons) {
        this(catalogue, languages, care, reasons, Weights.shipped(), Weights.version());
    }

    CatalogueReader(
            CatalogueSnapshot catalogue,
            List<String> languages,
            CarePatterns care,
            CareReasons reasons,
            Weights weights,
            String model) {
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
                .map(language -> new LanguageRules.Builder(language, vocabulary, care, reasons))
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
        this.versions = new Versions(RULES + "-" + care.fingerprint(reasons), model, catalogue.version());
        this.reasons = new ReasonFinder(reasons);
        this.weights = weights;
        this.layers = Layers.NONE;
    }

    private CatalogueReader(CatalogueReader base, Layers layers, String model) {
        catalogue = base.catalogue;
        tokeniser = base.tokeniser;
        languages = base.languages;
        spelling = base.spelling;
        targets = base.targets;
        rules.putAll(base.rules);
        reasons = base.reasons;
        weights = base.weights;
        versions = new Versions(base.versions.rules(), model, base.versions.catalogue());
        this.layers = layers;
    }

    /** The same reader with what corrections taught; {@code number} tells these corrections from others. */
    public CatalogueReader taughtBy(List<Taught> corrections, long number) {
        if (corrections.isEmpty()) {
            return this;
        }
        var tutor = new Tutor(this);
        corrections.forEach(tutor::teach);
        return new CatalogueReader(this, tutor.layers(), versions.model() + "+" + number);
    }

    @Override
    public Versions versions() {
        return versions;
    }

    Weights weights() {
        return weights;
    }

    CatalogueSnapshot catalogue() {
        return catalogue;
    }

    @Override
    public Reading read(Words words) {
        Tokens tokens = tokens(words.text());
        String language = languages.of(tokens, words.declaredLanguage());
        Mentions mentions = targets.find(tokens);
        List<Mention> named = named(tokens, mentions);
        @Nullable LanguageRules speaking = rulesFor(language, tokens);
        if (speaking == null) {
            return new Reading(language, false, null, 0, Set.of(), 0, List.of(), null, 0, List.of(), named);
        }
        Judge judge = judge(new Analysis(tokens, speaking), speaking);
        List<Judge> judges = withTitle(judge, words.title(), speaking);
        SequencedSet<Integer> addressed = Addressees.of(words.addressees(), tokens, mentions, targets);
        if (mentions.count == 0) {
            addTitleTargets(judges, addressed);
        }
        List<Opinion> opinions = new Opinions(catalogue, judge, mentions, addressed).all();
        return reading(language, judges, opinions, named);
    }

    /** How likely a whole text in one of our languages is positive, neutral and negative: for measuring. */
    public Tone tone(String text, String language) {
        return judge(text, language).whole();
    }

    /** How likely a text speaks well, neutrally or badly of what stands in {@code target}: for measuring. */
    public Tone toneAbout(String text, Span target, String language) {
        return judge(text, language).about(target);
    }

    /** How these words are weighed; nothing when they are not understood. */
    @Nullable
    Judge judge(Words words) {
        Tokens tokens = tokens(words.text());
        LanguageRules speaking = rulesFor(languages.of(tokens, words.declaredLanguage()), tokens);
        return speaking == null ? null : judge(new Analysis(tokens, speaking), speaking);
    }

    /** Where a text names what an opinion is about: the aspect, when it is about one. */
    List<Span> spansOf(About about, Tokens tokens) {
        Mentions mentions = targets.find(tokens);
        var spans = new ArrayList<Span>();
        for (int i = 0; i < mentions.count; i++) {
            boolean named = mentions.isEntry(i)
                    ? about.aspectId() == null
                            && catalogue
                                    .entries()
                                    .get(mentions.entry[i])
                                    .target()
                                    .equals(about.target())
                    : about.aspectId() != null
                            && catalogue.aspects().get(mentions.aspect[i]).id() == about.aspectId();
            if (named) {
                spans.add(tokens.span(mentions.first[i], mentions.end[i]));
            }
        }
        return spans;
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

    private Judge judge(String text, String language) {
        Analysis analysis = analysis(text, language);
        return judge(
                analysis, rules.getOrDefault(language, rules.values().iterator().next()));
    }

    private Judge judge(Analysis analysis, LanguageRules speaking) {
        return new Judge(weights, layers, analysis, speaking.language().equals(LEARNT));
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

    private List<Judge> withTitle(Judge text, @Nullable String title, LanguageRules speaking) {
        return title == null || title.isBlank()
                ? List.of(text)
                : List.of(text, judge(new Analysis(tokens(title), speaking), speaking));
    }

    /** A mail whose subject names the target is about it, though the text does not repeat the name. */
    private void addTitleTargets(List<Judge> judges, SequencedSet<Integer> addressed) {
        if (judges.size() > 1) {
            Mentions inTitle = targets.find(judges.getLast().analysis().tokens);
            for (int i = 0; i < inTitle.count; i++) {
                if (inTitle.isEntry(i)) {
                    addressed.add(inTitle.entry[i]);
                }
            }
        }
    }

    private Reading reading(String language, List<Judge> judges, List<Opinion> opinions, List<Mention> named) {
        Mass mass = new Mass();
        judges.forEach(judge -> mass.add(judge.analysis().mass, 1));
        Tone tone = judges.stream().map(Judge::whole).reduce(Tone::and).orElseThrow();
        boolean mixed = mass.isMixed() || isDivided(opinions);
        boolean aboutSomebody = opinions.stream().anyMatch(opinion -> opinion.target() != null);
        ReasonFinder.Found reason = reasons.find(judges);
        var intents = EnumSet.noneOf(Intent.class);
        judges.forEach(judge -> intents.addAll(Intents.of(judge, tone, aboutSomebody, reason.key() != null)));
        List<Analysis> analyses = judges.stream().map(Judge::analysis).toList();
        Urgency urgency = Urgency.of(analyses, tone, intents.contains(Intent.CHURN_RISK));
        return new Reading(
                language,
                true,
                mixed ? Polarity.MIXED : tone.polarity(),
                mixed ? 1 - tone.neutral() : tone.confidence(),
                Set.copyOf(intents),
                urgency.points(),
                urgency.reasons(),
                reason.key(),
                reason.confidence(),
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

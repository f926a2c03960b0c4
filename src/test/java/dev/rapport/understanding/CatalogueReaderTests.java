package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.commerce.CatalogueSnapshot;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueReaderTests {

    private static final Reader READER = Cast.phones();

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    This is great                                   | POSITIVE
                    Sooooo goooood                                  | POSITIVE
                    I can't complain                                | POSITIVE
                    couldn't be happier with it                     | POSITIVE
                    Not bad at all                                  | POSITIVE
                    It just works and it is fast                    | POSITIVE
                    Thanks a lot for the quick help!                | POSITIVE
                    :-)                                             | POSITIVE
                    ❤️❤️                                            | POSITIVE
                    Well done, the staff was friendly               | POSITIVE
                    was n't fresh                                   | NEGATIVE
                    It does not work                                | NEGATIVE
                    on hold 2 hours                                 | NEGATIVE
                    still no bag                                    | NEGATIVE
                    no one answers the phone                        | NEGATIVE
                    they cancelled my flight                        | NEGATIVE
                    you lost my luggage                             | NEGATIVE
                    this is the second time                         | NEGATIVE
                    I never received my order                       | NEGATIVE
                    Thanks for nothing                              | NEGATIVE
                    Great, another delay. Thanks for losing my bag  | NEGATIVE
                    What a joke                                     | NEGATIVE
                    worst experience ever                           | NEGATIVE
                    I don't like it                                 | NEGATIVE
                    THIS IS TERRIBLE                                | NEGATIVE
                    :(                                              | NEGATIVE
                    👎                                               | NEGATIVE
                    The parcel arrived broken                       | NEGATIVE
                    I was charged twice                             | NEGATIVE
                    The app keeps crashing                          | NEGATIVE
                    I will be in town on Monday                     | NEUTRAL
                    Where is the station?                           | NEUTRAL
                    The meeting is at noon                          | NEUTRAL
                    I'll call you and he'll come                    | NEUTRAL
                    Thanks, I'll be there                           | POSITIVE
                    C'est génial, merci !                           | POSITIVE
                    Très bon accueil, je recommande                 | POSITIVE
                    Ce n'est pas bon du tout                        | NEGATIVE
                    Toujours pas de réponse à mes mails             | NEGATIVE
                    J'attends depuis 3 semaines ma commande         | NEGATIVE
                    Mon colis est perdu                             | NEGATIVE
                    Service client injoignable, c'est une honte     | NEGATIVE
                    Je passe demain dans la boutique                | NEUTRAL
                    Je ne regrette pas mon achat                    | POSITIVE
                    On ne peut pas rêver mieux                      | POSITIVE
                    """)
    void aTextHasAPolarity(String text, Polarity polarity) {
        assertThat(READER.read(Words.of(text)).polarity()).isEqualTo(polarity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    Where can I buy the iPad?                              | QUESTION
                    how do i reset my phone                                | QUESTION
                    Does anyone know when it opens?                        | QUESTION
                    Pouvez-vous me dire quand vous ouvrez ?                | QUESTION
                    My phone does not work                                 | COMPLAINT
                    been waiting for an hour                               | COMPLAINT
                    Ma commande n'est jamais arrivée, jamais reçu          | COMPLAINT
                    You are awesome, best support ever                     | PRAISE
                    Le personnel est adorable, un grand bravo              | PRAISE
                    Please add a dark mode                                 | IDEA
                    It would be nice if the app could work offline         | IDEA
                    I wish there was a smaller one                         | IDEA
                    Il faudrait proposer un mode sombre                    | IDEA
                    I want to buy a new iPhone                             | PURCHASE_INTEREST
                    thinking of getting the Galaxy                         | PURCHASE_INTEREST
                    where can I buy one of these                           | PURCHASE_INTEREST
                    Je voudrais acheter un iPad                            | PURCHASE_INTEREST
                    I will never buy from you again                        | CHURN_RISK
                    please cancel my subscription                          | CHURN_RISK
                    time to switch to Verizon                              | CHURN_RISK
                    Je veux résilier mon contrat                           | CHURN_RISK
                    thank you!                                             | THANKS
                    Merci beaucoup                                         | THANKS
                    """)
    void anIntentIsFound(String text, Intent intent) {
        assertThat(READER.read(Words.of(text)).intents()).contains(intent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    I will be in town on Monday     | COMPLAINT
                    Thanks for nothing              | THANKS
                    the bus was red                 | QUESTION
                    that is a phone                 | QUESTION
                    my flight was cancelled         | PRAISE
                    we laid the map on the table this Tuesday and took a long walk through the hills of Kent | COMPLAINT
                    """)
    void anIntentIsNotMadeUp(String text, Intent intent) {
        assertThat(READER.read(Words.of(text)).intents()).doesNotContain(intent);
    }

    @Test
    void intentsAreASet() {
        Reading reading = READER.read(
                Words.of("My iPad does not charge, how do I get a refund? I will never buy from you again."));

        assertThat(reading.intents()).contains(Intent.COMPLAINT, Intent.QUESTION, Intent.CHURN_RISK);
    }

    @Test
    void aSentenceWithPraiseAndBlameIsMixed() {
        assertThat(READER.read(Words.of("love iphone but the service with AT&T sucks"))
                        .polarity())
                .isEqualTo(Polarity.MIXED);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noTextIsTooStrange(String text) {
        Reading reading = READER.read(new Words(text, text, List.of(text, "", "@"), "not a language!"));

        assertThat(reading.urgency()).isBetween(0, 100);
        assertThat(reading.confidence()).isBetween(0.0, 1.0);
        reading.opinions().forEach(opinion -> {
            assertThat(opinion.quote().of(text)).isNotNull();
            assertThat(opinion.span().of(text)).isNotNull();
            opinion.evidence().forEach(span -> assertThat(span.of(text)).isNotEmpty());
        });
    }

    static Stream<String> hostile() {
        var random = new Random(4);
        String noise = random.ints(2_000, 0, 0x10000)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();
        return Stream.of(
                "",
                " ",
                "\n\t",
                "@",
                "#",
                "@@@ ### ///",
                "'",
                "’s",
                "😀😀😀",
                "\uD83D",
                "iPhone \uDE00 sucks \uD83D",
                "هذا الهاتف رائع iPhone",
                "\u202EiPhone is bad\u202C",
                "love iphone but ".repeat(7_000),
                "a".repeat(100_000),
                "!".repeat(100_000),
                "not ".repeat(25_000),
                "#".repeat(1_000) + "iPhone",
                "\u0301\u0301\u0301",
                noise);
    }

    @Test
    void emptyWordsMeanNothing() {
        Reading reading = READER.read(Words.of(""));

        assertThat(reading.language()).isEqualTo("und");
        assertThat(reading.understood()).isFalse();
        assertThat(reading.polarity()).isNull();
        assertThat(reading.opinions()).isEmpty();
    }

    @Test
    void sameWordsAlwaysMeanTheSame() {
        var words = Words.of("@ATT love the iPhone 6, but on hold 2 hours and the battery is awful. Fix it!");

        assertThat(Cast.phones().read(words))
                .isEqualTo(READER.read(words))
                .isEqualTo(Cast.phones().read(words));
    }

    @Test
    void manyThreadsReadAsOne() throws Exception {
        List<Words> texts = IntStream.range(0, 200)
                .mapToObj(
                        i -> Words.of("iPhone " + i + (i % 2 == 0 ? " is great, danke schön" : " is not good at all")))
                .toList();
        List<Reading> alone = texts.stream().map(READER::read).toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Reading>> task =
                    () -> texts.stream().map(READER::read).toList();
            for (var together : threads.invokeAll(List.of(task, task, task, task))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void versionsNameCatalogueAndCarePatterns() {
        var edited = new CarePatterns(List.of(new CarePattern("en", "waiting", 10, "on hold", null)));
        var other = new CatalogueReader(new CatalogueSnapshot(8, List.of(), List.of()), List.of("en"), edited);

        assertThat(READER.versions().catalogue()).isEqualTo(7);
        assertThat(other.versions().rules()).isNotEqualTo(READER.versions().rules());
        assertThat(Cast.phones().versions()).isEqualTo(READER.versions());
    }

    @Test
    void editedCarePatternsAreHeeded() {
        var edited = new CarePatterns(List.of(new CarePattern("en", "queue", 30, "number # in the queue", null)));
        var reader = new CatalogueReader(new CatalogueSnapshot(1, List.of(), List.of()), List.of("en"), edited);

        Reading reading = reader.read(Words.of("I am number 93 in the queue"));

        assertThat(reading.polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(reading.intents()).contains(Intent.COMPLAINT);
        assertThat(reading.reasons())
                .extracting(Reason::key, Reason::words)
                .contains(org.assertj.core.groups.Tuple.tuple("queue", "number 93 in the queue"));
    }

    @Test
    void reasonIsWhatIsWrongAndNotWhatIsSaidNotToBe() {
        assertThat(READER.read(Words.of("The wrong cable was in the box")).careReason())
                .isEqualTo("mistake");
        assertThat(READER.read(Words.of("Never steered me wrong in ten years")).careReason())
                .isNull();
        assertThat(READER.read(Words.of("There is nothing wrong with it")).careReason())
                .isNull();
        assertThat(READER.read(Words.of("Where is my refund?")).careReason()).isEqualTo("refund");
        assertThat(READER.read(Words.of("I love my new charger")).careReason()).isNull();
    }

    @Test
    void aReaderNeedsALanguage() {
        var catalogue = new CatalogueSnapshot(1, List.of(), List.of());

        assertThatThrownBy(() -> new CatalogueReader(catalogue, List.of(), CarePatterns.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayersTests {

    private static final CatalogueReader BASE = Cast.airlines();
    private static final String SEAT = "@united they put me in 32B between two strangers";

    @Test
    void aCorrectionChangesTheNextSimilarMessage() {
        assertThat(BASE.read(Words.of(SEAT)).polarity()).isNotEqualTo(Polarity.NEGATIVE);

        CatalogueReader taught = BASE.taughtBy(
                lessons("@united you put me in 17E between two strangers again on the flight", Polarity.NEGATIVE), 1);

        assertThat(taught.read(Words.of(SEAT)).polarity()).isEqualTo(Polarity.NEGATIVE);
    }

    @Test
    void whatIsNothingLikeTheCorrectedMessagesIsReadAsBefore() {
        CatalogueReader taught = BASE.taughtBy(
                lessons("@united you put me in 17E between two strangers again on the flight", Polarity.NEGATIVE), 1);
        String soup = "The soup was delicious and our waiter smiled all evening";

        assertThat(taught.tone(soup, "en")).isEqualTo(BASE.tone(soup, "en"));
    }

    @Test
    void theShippedWeightsStayAsTheyAre() {
        Tone before = BASE.tone(SEAT, "en");

        BASE.taughtBy(lessons(SEAT, Polarity.POSITIVE), 1);

        assertThat(BASE.tone(SEAT, "en")).isEqualTo(before);
    }

    @Test
    void anIntentCanBeTaughtAndUntaught() {
        String words = "@united need a pillow in row nine";
        CatalogueReader taught = BASE.taughtBy(
                IntStream.range(0, 5)
                        .mapToObj(i -> new Taught(Words.of(words), new Change.IntentIs(Intent.IDEA, true)))
                        .toList(),
                1);

        assertThat(BASE.read(Words.of(words)).intents()).doesNotContain(Intent.IDEA);
        assertThat(taught.read(Words.of(words)).intents()).contains(Intent.IDEA);
    }

    @Test
    void theVersionTellsWhichCorrectionsSpeak() {
        CatalogueReader taught = BASE.taughtBy(lessons(SEAT, Polarity.NEGATIVE), 42);

        assertThat(taught.versions().model()).isEqualTo(BASE.versions().model() + "+42");
        assertThat(taught.versions().rules()).isEqualTo(BASE.versions().rules());
    }

    private static List<Taught> lessons(String words, Polarity polarity) {
        return IntStream.range(0, 5)
                .mapToObj(i -> new Taught(Words.of(words), new Change.PolarityIs(polarity)))
                .toList();
    }
}

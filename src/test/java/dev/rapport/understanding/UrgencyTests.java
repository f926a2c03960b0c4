package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTests {

    private static final Reader READER = Cast.phones();

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    The charger caught fire                                | safety   | caught fire
                    My son got hurt by your bike                           | safety   | got hurt
                    My lawyer will contact you                             | legal    | lawyer
                    We are stranded in Denver                              | stranded | stranded
                    The whole site is down                                 | outage   | site is down
                    My flight leaves in 2 hours                            | deadline | in 2 hours
                    This is the third time I ask                           | asking   | third time
                    on hold for 40 minutes                                 | waiting  | hold for 40
                    This is unacceptable                                   | strong   | unacceptable
                    someone hacked my account                              | security | someone hacked my account
                    WHY DOES NOBODY EVER CALL ME BACK                      | capitals | WHY DOES NOBODY EVER CALL ME BACK
                    Le chargeur a pris feu                                 | safety   | pris feu
                    Mon avocat va vous écrire                              | legal    | avocat
                    Toujours pas de réponse                                | asking   | Toujours pas
                    """)
    void everyReasonIsListedWithItsWords(String text, String key, String words) {
        Reading reading = READER.read(Words.of(text));

        assertThat(reading.reasons()).anySatisfy(reason -> {
            assertThat(reason.key()).isEqualTo(key);
            assertThat(reason.words()).isEqualTo(words);
        });
        assertThat(reading.urgency()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    the charger caught fire and my hand is burnt        | I do not like the colour
                    my flight leaves in 1 hour and no one answers       | no one answers
                    stranded at the airport with two kids, no hotel     | the hotel was bad
                    third time I write, still no reply                  | no reply
                    """)
    void moreCannotWaitThanLess(String urgent, String calm) {
        assertThat(READER.read(Words.of(urgent)).urgency())
                .isGreaterThan(READER.read(Words.of(calm)).urgency());
    }

    @Test
    void whereAFlightWasIsNoDeadline() {
        Reading reading =
                READER.read(Words.of("They did a great job turning the flight in January, flying in comfort!"));

        assertThat(reading.urgency()).isZero();
        assertThat(reading.reasons()).isEmpty();
    }

    @Test
    void praiseIsNotUrgent() {
        Reading reading = READER.read(Words.of("What a lovely day, great service!"));

        assertThat(reading.urgency()).isZero();
        assertThat(reading.reasons()).isEmpty();
    }

    @Test
    void manySmallReasonsNeverPassTheTop() {
        Reading reading = READER.read(
                Words.of(
                        "Stranded, on hold 3 hours, my lawyer, caught fire, hacked, site is down, in 1 hour, third time, worst"));

        assertThat(reading.urgency()).isBetween(90, 100);
        assertThat(reading.reasons()).isSortedAccordingTo((a, b) -> b.points() - a.points());
    }
}

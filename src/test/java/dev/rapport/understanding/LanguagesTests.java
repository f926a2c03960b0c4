package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTests {

    private static final Reader READER = Cast.phones();

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    I love this phone                                        | en
                    ok                                                       | en
                    lol nice                                                 | en
                    @SociétéGénérale where is my card https://exemple.fr/la  | en
                    #jadore this new phone                                   | en
                    J'adore ce téléphone                                     | fr
                    Merci beaucoup                                           | fr
                    c'est nul                                                | fr
                    où est ma commande ?                                     | fr
                    ¿Dónde está mi pedido? No me lo han enviado todavía      | es
                    Ich habe mein Paket noch nicht bekommen und warte        | de
                    Где мой заказ?                                           | ru
                    私の注文はどこですか                                      | ja
                    أين طلبي                                                 | ar
                    12345 !!!                                                | und
                    """)
    void theLanguageIsTold(String text, String language) {
        assertThat(READER.read(Words.of(text)).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    ¿Dónde está mi pedido? No me lo han enviado todavía, el iPad
                    Ich habe mein iPad noch nicht bekommen und warte schon lange auf das Paket
                    Мой iPad сломался
                    """)
    void anUnknownLanguageIsNotUnderstoodButItsNamesAreFound(String text) {
        Reading reading = READER.read(Words.of(text));

        assertThat(reading.understood()).isFalse();
        assertThat(reading.polarity()).isNull();
        assertThat(reading.opinions()).isEmpty();
        assertThat(reading.mentions()).extracting(Mention::name).containsExactly("iPad");
    }

    @Test
    void aDeclaredLanguageDecidesWhatWordsLeaveOpen() {
        assertThat(READER.read(new Words("Parfait iPad", null, List.of(), "fr-CA"))
                        .language())
                .isEqualTo("fr");
        assertThat(READER.read(new Words("the iPad is not what I wanted", null, List.of(), "fr"))
                        .language())
                .isEqualTo("en");
    }

    @Test
    void emojiNeedNoLanguage() {
        Reading reading = READER.read(Words.of("😡😡"));

        assertThat(reading.language()).isEqualTo("und");
        assertThat(reading.understood()).isTrue();
        assertThat(reading.polarity()).isEqualTo(Polarity.NEGATIVE);
    }
}

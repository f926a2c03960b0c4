package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.commerce.CatalogueSnapshot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishAndGermanTests {

    private static final CatalogueReader READER = new CatalogueReader(
            new CatalogueSnapshot(1, List.of(), List.of()), List.of("en", "fr", "es", "de"), CarePatterns.defaults());

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    Gracias por resolverlo tan rápido                | es | POSITIVE
                    No tengo ninguna queja                           | es | POSITIVE
                    Nunca he tenido ningún problema con ellos        | es | POSITIVE
                    No funciona y nadie contesta                     | es | NEGATIVE
                    Llevo tres semanas esperando y nadie contesta    | es | NEGATIVE
                    Ich habe den Kauf nicht bereut                   | de | POSITIVE
                    Kein einziges Problem bisher, gerne wieder       | de | POSITIVE
                    Nicht zu empfehlen, nach zwei Tagen kaputt       | de | NEGATIVE
                    Wir warten seit drei Wochen, niemand antwortet   | de | NEGATIVE
                    """)
    void aTextHasALanguageAndAPolarity(String text, String language, Polarity polarity) {
        Reading reading = READER.read(Words.of(text));

        assertThat(reading.language()).isEqualTo(language);
        assertThat(reading.polarity()).isEqualTo(polarity);
    }
}

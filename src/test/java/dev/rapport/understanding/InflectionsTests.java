package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionsTests {

    @ParameterizedTest
    @CsvSource({
        "en, fail/v, failing",
        "en, love/v, loved",
        "en, deny/v, denied",
        "en, annoy/v, annoyed",
        "en, miss/v, misses",
        "en, lag/v, lagging",
        "en, rude/a, rudest",
        "en, happy/a, happily",
        "en, terrible/a, terribly",
        "en, gem/n, gems",
        "en, 10/10, 10/10",
        "fr, déçu/a, déçues",
        "fr, aimable/a, aimables",
        "fr, adore/v, adorons",
        "es, caro/a, caras",
        "es, amable/a, amables",
        "es, estafa/v, estafado",
        "de, schlecht/a, schlechten",
        "de, teure/a, teurer",
        "de, fehler/n, fehlern",
    })
    void aMarkAsksForForms(String language, String entry, String form) {
        assertThat(Inflections.of(entry, language)).contains(form);
    }
}

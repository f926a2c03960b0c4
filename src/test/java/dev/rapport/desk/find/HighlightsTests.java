package dev.rapport.desk.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTests {

    @Test
    void beginningsOfWordsLookedForStandOut() {
        assertThat(Highlights.of("The charger is charging", List.of("charg")))
                .filteredOn(SearchPage.Stretch::isHit)
                .extracting(SearchPage.Stretch::words)
                .containsExactly("charger", "charging");
    }
}

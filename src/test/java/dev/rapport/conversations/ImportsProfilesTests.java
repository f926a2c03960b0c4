package dev.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(properties = "rapport.batch.workers=0")
@Transactional
class ImportsProfilesTests {

    @Autowired
    ImportsProfiles target;

    @Autowired
    ProfilesSource source;

    @Autowired
    Sql sql;

    @Test
    void handleAloneMakesAProvisionalProfileAndTheSameLineAgainNothing() {
        List<ImportLine> lines = List.of(
                new ImportLine(2, Map.of("network", "Fediverse", "handle", "@NightOwl", "display_name", "Maren Holt")),
                new ImportLine(3, Map.of("network", "fediverse", "handle", "")));

        ImportOutcome first = target.take(Map.of(), lines);
        ImportOutcome second = target.take(Map.of(), lines);

        assertThat(first.added()).isEqualTo(1);
        assertThat(first.refused()).extracting(ImportOutcome.Refusal::line).containsExactly(3L);
        assertThat(second.added() + second.changed()).isZero();
        assertThat(second.repeated()).isEqualTo(1);
        assertThat(sql.sql("select author_key from conversations.profiles where provisional and handle = 'NightOwl'")
                        .list(String.class))
                .containsExactly("@nightowl");
    }

    @Test
    void idHeardLaterTiesTheHandleAndSaysSo(AssertablePublishedEvents events) {
        target.take(Map.of(), List.of(new ImportLine(2, Map.of("network", "fediverse", "handle", "dusk_owl"))));

        target.take(
                Map.of(),
                List.of(new ImportLine(2, Map.of("network", "fediverse", "handle", "dusk_owl", "author_id", "7702"))));

        assertThat(events)
                .contains(ProfilesTied.class)
                .matching(tied -> tied.voices().size() == 1);
        assertThat(events).contains(ProfilesEntered.class);
    }

    @Test
    void exportHasTheFieldsOfTheImport() {
        target.take(
                Map.of(),
                List.of(new ImportLine(
                        2, Map.of("network", "forum", "author_id", "9", "handle", "o", "followers", "12"))));

        List<Map<String, Object>> rows = new ArrayList<>();
        source.each(rows::add);

        assertThat(rows).contains(Map.of("network", "forum", "author_id", "9", "handle", "o", "followers", 12));
    }
}

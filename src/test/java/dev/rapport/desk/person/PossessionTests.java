package dev.rapport.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.desk.person.Possession.Match;
import dev.rapport.desk.words.ReadOpinion.Meant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PossessionTests {

    private static final long BRAND = 7;
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Meant HALO = new Meant(10L, BRAND, true);

    @Test
    void theProductItselfComesBeforeALaterOneOfItsBrand() {
        Possession found = of(HALO, JULY, holding(10, MAY, null), holding(11, JUNE, null));
        assertThat(found.match()).isEqualTo(Match.PRODUCT);
        assertThat(found.holding()).extracting(Holding::product).isEqualTo(10L);
    }

    @Test
    void ofSeveralTheLatestBoughtBeforeCounts() {
        Possession found = of(HALO, JULY, holding(10, MAY, null), holding(10, JUNE, null));
        assertThat(found.holding()).extracting(Holding::since).isEqualTo(JUNE);
    }

    @Test
    void whatWasBoughtLaterWasNotHeldYet() {
        assertThat(of(HALO, MAY, holding(10, JUNE, null)).match()).isEqualTo(Match.NONE);
    }

    @Test
    void whatWasReturnedBeforeIsNotHeldAnyMore() {
        assertThat(of(HALO, JULY, holding(10, MAY, JUNE)).match()).isEqualTo(Match.NONE);
        assertThat(of(HALO, MAY, holding(10, MAY, JUNE)).match()).isEqualTo(Match.PRODUCT);
    }

    @Test
    void anotherProductOfTheBrandIsSaidToBeThat() {
        assertThat(of(HALO, JULY, holding(11, MAY, null)).match()).isEqualTo(Match.BRAND);
        assertThat(of(new Meant(null, BRAND, true), JULY, holding(11, MAY, null))
                        .match())
                .isEqualTo(Match.BRAND);
    }

    @Test
    void ofWhatWeDoNotSellNothingIsSaid() {
        assertThat(Possession.of(new Meant(10L, BRAND, false), JULY, List.of(holding(10, MAY, null))))
                .isEmpty();
        assertThat(Possession.of(null, JULY, List.of())).isEmpty();
    }

    private static Possession of(Meant meant, Instant saidAt, Holding... holdings) {
        return Possession.of(meant, saidAt, List.of(holdings)).orElseThrow();
    }

    private static Holding holding(long product, Instant since, @Nullable Instant until) {
        return new Holding(
                false, 1, "Halo", product, BRAND, since, until, null, null, null, BigDecimal.ONE, null, null);
    }
}

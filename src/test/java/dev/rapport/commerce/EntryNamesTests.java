package dev.rapport.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.commerce.EntryNames.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryNamesTests {

    private static final Target SOLVANE = new Target(Target.Kind.BRAND, 1);
    private static final Target LUMO = new Target(Target.Kind.BRAND, 2);
    private static final Target AURELLE = new Target(Target.Kind.BRAND, 3);

    private final EntryNames names = EntryNames.of(new CatalogueSnapshot(
            1,
            List.of(
                    entry(SOLVANE, "Solvane", Standing.OURS, null),
                    entry(LUMO, "Lumo", Standing.COMPETITOR, null),
                    entry(AURELLE, "Aurelle Paris", Standing.COMPETITOR, null),
                    entry(new Target(Target.Kind.PRODUCT, 11), "Halo 10", Standing.OURS, SOLVANE, "SV-H10"),
                    entry(new Target(Target.Kind.PRODUCT, 12), "Mini", Standing.OURS, SOLVANE),
                    entry(new Target(Target.Kind.PRODUCT, 21), "Mini", Standing.COMPETITOR, LUMO),
                    entry(new Target(Target.Kind.PRODUCT, 22), "Air", Standing.COMPETITOR, LUMO),
                    entry(new Target(Target.Kind.PRODUCT, 31), "Air", Standing.COMPETITOR, AURELLE)),
            List.of()));

    @Test
    void productIsKnownByItsNameItsNumberAndWithItsBrand() {
        Match halo = new Match(11L, null);
        assertThat(List.of(names.match("Halo 10"), names.match("sv-h10"), names.match(" SOLVANE  halo 10")))
                .containsOnly(halo);
    }

    @Test
    void sharedNameIsOursUnlessItsBrandSaysOtherwise() {
        assertThat(names.match("Mini")).isEqualTo(new Match(12L, null));
        assertThat(names.match("Lumo Mini")).isEqualTo(new Match(21L, null));
        assertThat(names.match("Air")).isEqualTo(Match.NONE);
        assertThat(names.match("Aurelle Paris Air")).isEqualTo(new Match(31L, null));
    }

    @Test
    void unknownProductOfAKnownBrandIsThatBrand() {
        assertThat(names.match("Solvane charger 20 W")).isEqualTo(new Match(null, 1L));
        assertThat(names.match("Solvanes charger")).isEqualTo(Match.NONE);
        assertThat(names.match("Something else")).isEqualTo(Match.NONE);
    }

    private static CatalogueEntry entry(
            Target target, String name, Standing standing, @Nullable Target brand, String... aliases) {
        return new CatalogueEntry(target, name, standing, brand, List.of(aliases), List.of());
    }
}

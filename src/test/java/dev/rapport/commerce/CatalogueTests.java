package dev.rapport.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.shared.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.annotation.Transactional;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Transactional
class CatalogueTests {

    @Autowired
    Catalogue catalogue;

    @Autowired
    CatalogueTarget target;

    @Autowired
    Sql sql;

    @Test
    void snapshotHoldsEntriesWithTheirNamesAndAspects() {
        Target brand = brand("Solvane", Standing.OURS, List.of("Solvane AG"), List.of("@solvane"));
        Target product = catalogue.add(new AddProduct(brand, "Halo 10", List.of("Halo ten"), List.of()));
        long aspect = catalogue.add(new AddAspect("battery", List.of("charge", "charging"), product));

        CatalogueSnapshot snapshot = catalogue.snapshot();

        assertThat(snapshot.entries())
                .containsExactly(
                        new CatalogueEntry(
                                brand, "Solvane", Standing.OURS, null, List.of("Solvane AG"), List.of("solvane")),
                        new CatalogueEntry(product, "Halo 10", Standing.OURS, brand, List.of("Halo ten"), List.of()));
        assertThat(snapshot.aspects())
                .containsExactly(new Aspect(aspect, "battery", List.of("charge", "charging"), product));
    }

    @Test
    void everyChangeMakesAVersionAndSaysSo(AssertablePublishedEvents events) {
        long before = catalogue.snapshot().version();
        brand("Solvane", Standing.OURS, List.of(), List.of());

        long after = catalogue.snapshot().version();

        assertThat(after).isGreaterThan(before);
        assertThat(events).contains(CatalogueChanged.class).matching(event -> event.version() == after);
    }

    @Test
    void aliasOfAnotherEntryIsRefusedWithItsName() {
        brand("Solvane", Standing.OURS, List.of("The Sun People"), List.of());

        assertThatThrownBy(() -> brand("Lumo", Standing.COMPETITOR, List.of("the  sun people"), List.of()))
                .isInstanceOf(CatalogueRefused.class)
                .hasMessageContaining("“The Sun People” is what “Solvane” is called already");
        assertThatThrownBy(() -> brand("Lumo", Standing.COMPETITOR, List.of("SOLVANE"), List.of()))
                .hasMessageContaining("“Solvane”");
        assertThatThrownBy(() -> brand("the sun people", Standing.COMPETITOR, List.of(), List.of()))
                .isInstanceOf(CatalogueRefused.class);
    }

    @Test
    void namesAreLimited() {
        assertThatThrownBy(() -> brand("x".repeat(81), Standing.OURS, List.of(), List.of()))
                .hasMessageContaining("80 characters");
        assertThatThrownBy(() -> brand("  ", Standing.OURS, List.of(), List.of()))
                .hasMessage("Give it a name.");
    }

    @Test
    void changedEntryKeepsItsFormerNamesAsHistory() {
        Target brand = brand("Solvane", Standing.OURS, List.of("Sol", "Van"), List.of());

        catalogue.change(new ChangeEntry(brand, "Solvane Energy", Standing.PARTNER, List.of("Van", "SE"), List.of()));

        assertThat(catalogue.snapshot().entries())
                .containsExactly(new CatalogueEntry(
                        brand, "Solvane Energy", Standing.PARTNER, null, List.of("Van", "SE"), List.of()));
        assertThat(sql.sql("select words from commerce.names where retired_at is not null")
                        .list(String.class))
                .containsExactlyInAnyOrder("Solvane", "Sol");
    }

    @Test
    void retiredBrandTakesItsProductsAlongAndFreesTheirNames() {
        Target brand = brand("Solvane", Standing.OURS, List.of(), List.of());
        catalogue.add(new AddProduct(brand, "Halo 10", List.of("Halo"), List.of()));

        catalogue.retire(brand);

        assertThat(catalogue.snapshot().entries()).isEmpty();
        brand("Halo", Standing.COMPETITOR, List.of(), List.of());
        assertThat(sql.sql("select count(*) from commerce.products").single(Long.class))
                .isEqualTo(1);
    }

    @Test
    void importAddsInAnyOrderRefusesByLineAndRepeatsNothing() {
        List<ImportLine> lines = List.of(
                line(2, "kind", "product", "name", "Halo 10", "brand", "Solvane", "aliases", "Halo|Halo ten"),
                line(3, "kind", "brand", "name", "Solvane", "standing", "ours"),
                line(4, "kind", "brand", "name", "Lumo"),
                line(5, "kind", "thing", "name", "Lumo"),
                line(6, "kind", "aspect", "name", "delivery", "words", "delivered|arrive"));

        ImportOutcome first = target.take(Map.of(), lines);
        ImportOutcome second = target.take(Map.of(), lines);

        assertThat(first.added()).isEqualTo(3);
        assertThat(first.refused()).extracting(ImportOutcome.Refusal::line).containsExactlyInAnyOrder(4L, 5L);
        assertThat(second.added()).isZero();
        assertThat(second.changed()).isZero();
        assertThat(second.repeated()).isEqualTo(3);
    }

    @Test
    void importOfOtherAliasesChangesTheEntry() {
        brand("Solvane", Standing.OURS, List.of("Sol"), List.of("solvane"));

        ImportOutcome outcome =
                target.take(Map.of(), List.of(line(2, "kind", "brand", "name", "solvane", "aliases", "Sol|SE")));

        assertThat(outcome.changed()).isEqualTo(1);
        CatalogueEntry entry = catalogue.snapshot().entries().getFirst();
        assertThat(entry.aliases()).containsExactly("Sol", "SE");
        assertThat(entry.handles()).containsExactly("solvane");
    }

    @Test
    void replacingRetiresWhatIsNotNamedAndItsOwnLinesChangeNothing() {
        Target brand = brand("Solvane", Standing.OURS, List.of("Sol"), List.of());
        catalogue.add(new AddProduct(brand, "Halo 10", List.of(), List.of()));
        catalogue.add(new AddAspect("price", List.of(), brand));
        List<CatalogueLine> lines = catalogue.lines();

        catalogue.replace(lines);
        assertThat(catalogue.lines()).isEqualTo(lines);

        catalogue.replace(lines.subList(0, 1));
        assertThat(catalogue.lines()).isEqualTo(lines.subList(0, 1));
    }

    private Target brand(String name, Standing standing, List<String> aliases, List<String> handles) {
        return catalogue.add(new AddBrand(name, standing, aliases, handles));
    }

    private static ImportLine line(long number, String... values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return new ImportLine(number, map);
    }
}

package dev.rapport.commerce.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@OnOneDatabase
@Transactional
class CatalogueReadsTests {

    @Autowired
    private CatalogueReads reads;

    @Autowired
    private Catalogue catalogue;

    @Test
    void productsStandBelowTheirBrandAndOursComeFirst() {
        brandWithProduct("Aurelle", Standing.COMPETITOR, "Nimbus");
        brandWithProduct("Solvane", Standing.OURS, "Halo 10");

        assertThat(reads.rows("", null))
                .extracting(EntryRow::name)
                .containsExactly("Solvane", "Halo 10", "Aurelle", "Nimbus");
    }

    @Test
    void nextPageBeginsAfterTheLastRow() {
        Target product = brandWithProduct("Solvane", Standing.OURS, "Halo 10");
        brandWithProduct("Aurelle", Standing.COMPETITOR, "Nimbus");

        assertThat(reads.rows("", product)).extracting(EntryRow::name).containsExactly("Aurelle", "Nimbus");
    }

    @Test
    void searchLooksInAllNames() {
        brandWithProduct("Solvane", Standing.OURS, "Halo 10");
        catalogue.add(new AddBrand("Aurelle", Standing.COMPETITOR, List.of("Maison Aurelle"), List.of()));

        assertThat(reads.rows("maison", null)).extracting(EntryRow::name).containsExactly("Aurelle");
        assertThat(reads.rows("solv", null)).extracting(EntryRow::name).containsExactly("Solvane", "Halo 10");
    }

    private Target brandWithProduct(String name, Standing standing, String product) {
        Target brand = catalogue.add(new AddBrand(name, standing, List.of(), List.of()));
        return catalogue.add(new AddProduct(brand, product, List.of(), List.of()));
    }
}

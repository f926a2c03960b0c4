package dev.rapport.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Transactional
class PurchasesTests {

    private static final Map<String, String> SHOP = Map.of("source", "shop");

    @Autowired
    Purchases purchases;

    ImportTarget target;
    ImportTarget contractsTarget;

    @Autowired
    PurchasesSource source;

    @Autowired
    ContractsSource contractsSource;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Sql sql;

    @Autowired
    void targets(List<ImportTarget> all) {
        target = kind(all, "purchases");
        contractsTarget = kind(all, "contracts");
    }

    private static ImportTarget kind(List<ImportTarget> all, String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).findAny().orElseThrow();
    }

    @Test
    void everythingToldIsKept() {
        Target product = product("Halo 10");

        ImportOutcome outcome = take(full("1"));

        assertThat(outcome).isEqualTo(new ImportOutcome(1, 0, 0, List.of()));
        Purchase kept = find("1");
        assertThat(kept)
                .isEqualTo(new Purchase(
                        kept.id(),
                        "shop",
                        "1",
                        new CustomerKey("erp", "C-77"),
                        "SO-9",
                        product,
                        "halo 10",
                        Bought.on(LocalDate.of(2026, 3, 1)),
                        new BigDecimal("2"),
                        new BigDecimal("1234.50"),
                        "EUR",
                        "Solvane shop, Lyon",
                        "SN1",
                        new Return(LocalDate.of(2026, 3, 9), "too loud"),
                        new Warranty(LocalDate.of(2026, 3, 1), LocalDate.of(2028, 2, 29), "repair")));
    }

    @Test
    void fileImportedAgainChangesNothing() {
        List<ImportLine> lines = IntStream.range(0, 40)
                .mapToObj(i ->
                        line(i, "number", i, "customer_number", "C" + i, "product", "Halo", "bought_on", "2026-03-01"))
                .toList();
        target.take(SHOP, lines);
        String before = rows();

        assertThat(target.take(SHOP, lines)).isEqualTo(new ImportOutcome(0, 0, 40, List.of()));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void lineToldDifferentlyChangesItsPurchaseAndDoublesNothing() {
        take(full("1"));
        PurchaseId id = find("1").id();

        assertThat(take(with(full("1"), "amount", "99")).changed()).isEqualTo(1);

        assertThat(find("1").amount()).isEqualTo(new BigDecimal("99.00"));
        assertThat(find("1").id()).isEqualTo(id);
        assertThat(sql.sql("select count(*) from commerce.purchases").single(Integer.class))
                .isEqualTo(1);
    }

    @Test
    void returnAndWarrantyNoLongerToldAreTakenBack() {
        take(full("1"));
        Map<String, Object> values = full("1");
        List.of("returned_on", "return_why", "warranty_until", "warranty_terms").forEach(values::remove);

        assertThat(take(values).changed()).isEqualTo(1);
        assertThat(find("1").returned()).isNull();
        assertThat(find("1").warranty()).isNull();

        assertThat(take(full("1")).changed()).isEqualTo(1);
        assertThat(find("1").warranty()).isNotNull();
        assertThat(take(with(full("1"), "return_why", "broken")).changed()).isEqualTo(1);
        assertThat(Objects.requireNonNull(find("1").returned()).why()).isEqualTo("broken");
    }

    @Test
    void sameNumberOfAnotherSourceIsAnotherPurchase() {
        take(full("1"));

        assertThat(target.take(Map.of("source", "web"), List.of(new ImportLine(1, full("1"))))
                        .added())
                .isEqualTo(1);
    }

    @Test
    void brokenLinesAreRefusedByNumberWithWhatToDo() {
        ImportOutcome outcome = target.take(
                SHOP,
                List.of(
                        new ImportLine(2, full("1")),
                        new ImportLine(3, with(full("2"), "bought_on", "05/04/2026")),
                        new ImportLine(4, with(full("3"), "amount", "1.234")),
                        new ImportLine(5, with(full("4"), "returned_on", "2026-02-01")),
                        new ImportLine(6, with(full("5"), "currency", "€")),
                        new ImportLine(7, with(full("6"), "customer_number", " ")),
                        new ImportLine(8, with(full("7"), "warranty_until", "2025-01-01")),
                        new ImportLine(9, with(full("1"), "amount", "5"))));

        assertThat(outcome.added()).isEqualTo(1);
        assertThat(outcome.refused())
                .extracting(ImportOutcome.Refusal::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(outcome.refused().get(2).why()).contains("before it was bought");
        assertThat(outcome.refused().get(4).why()).contains("“customer_number” is empty");
        assertThat(outcome.refused().get(6).why()).contains("number “1”");
    }

    @Test
    void sourceIsNeeded() {
        assertThatThrownBy(() -> target.prepare(Map.of())).hasMessageContaining("--source shop");
        assertThat(target.prepare(Map.of("source", " shop "))).containsEntry("source", "shop");
    }

    @Test
    void productAddedLaterIsRecognisedInWhatWasBoughtBefore() {
        take(full("1"));
        contractsTarget.take(SHOP, List.of(new ImportLine(1, contract("1", "Care"))));
        assertThat(find("1").entry()).isNull();

        Target brand = catalogue.add(new AddBrand("Solvane", Standing.OURS, List.of(), List.of()));
        Target halo = catalogue.add(new AddProduct(brand, "Halo 10", List.of(), List.of()));
        Target care = catalogue.add(new AddProduct(brand, "Solvane Care", List.of("Care"), List.of()));

        assertThat(find("1").entry()).isEqualTo(halo);
        assertThat(purchases.findContract("shop", "1").orElseThrow().entry()).isEqualTo(care);
        assertThat(take(full("1")).repeated()).isEqualTo(1);
    }

    @Test
    void productRemovedLaterStaysWithWhatWasBought() {
        Target product = product("Halo 10");
        take(full("1"));

        catalogue.retire(product);
        take(with(full("1"), "place", "elsewhere"));

        assertThat(find("1").entry()).isEqualTo(product);
    }

    @Test
    void unknownProductOfOurBrandIsTheBrand() {
        Target product = product("Halo 10");
        take(with(full("1"), "product", "Solvane cable 2 m"));

        Target entry = Objects.requireNonNull(find("1").entry());
        assertThat(entry.kind()).isEqualTo(Target.Kind.BRAND);
        assertThat(sql.sql("select brand_id from commerce.products where id = :id")
                        .param("id", product.id())
                        .single(Long.class))
                .isEqualTo(entry.id());
    }

    @Test
    void contractsAreToldLikePurchases() {
        assertThat(contract(contract("7", "Care")).added()).isEqualTo(1);
        assertThat(contract(contract("7", "Care")).repeated()).isEqualTo(1);
        assertThat(contract(with(contract("7", "Care"), "cancelled_on", "01.06.2026"))
                        .changed())
                .isEqualTo(1);

        Contract kept = purchases.findContract("shop", "7").orElseThrow();
        assertThat(kept.cancelledOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(kept.paidEvery()).isEqualTo(RecordContract.Pace.MONTH);
        assertThat(contract(with(contract("8", "Care"), "ends_on", "2025-01-01"))
                        .refused())
                .hasSize(1);
        assertThat(contract(with(contract("8", "Care"), "paid_every", "week"))
                        .refused()
                        .getFirst()
                        .why())
                .contains("month, quarter, year, once");
    }

    @Test
    void whatIsExportedAndImportedElsewhereIsExportedTheSame() {
        take(full("1"));
        take(with(full("2"), "bought_at", "2026-03-01T10:00:00+02:00"));
        target.take(Map.of("source", "web"), List.of(new ImportLine(1, with(full("1"), "quantity", "0,5"))));
        contract(contract("7", "Care"));

        assertRoundTrip(source, target, "commerce.purchases");
        assertRoundTrip(contractsSource, contractsTarget, "commerce.contracts");
    }

    @Test
    void planOfRecordingNeverReadsTheWholeTable() {
        sql.sql("""
                insert into commerce.purchases (source, number, customer_source, customer_number, product_name, bought_at)
                select 'shop', 'n' || i, 'shop', 'c' || i, 'Halo', now() from generate_series(1, 20000) i
                """).update();
        sql.sql("analyze commerce.purchases").update();
        take(full("1"));
        String plan =
                String.join("\n", sql.sql("explain " + PurchaseStore.RECORD).list(String.class));

        assertThat(plan).doesNotContain("Seq Scan on purchases").contains("purchases_source_number_key");
    }

    private void assertRoundTrip(ExportSource from, ImportTarget into, String table) {
        List<Map<String, Object>> exported = new ArrayList<>();
        from.each(exported::add);
        String bytes = JsonMapper.shared().writeValueAsString(exported);
        sql.sql("truncate " + table + " cascade").update();
        List<ImportLine> lines = new ArrayList<>();
        for (Object row : JsonMapper.shared().readValue(bytes, List.class)) {
            Map<String, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((name, value) -> values.put(name.toString(), value));
            lines.add(new ImportLine(lines.size() + 1, values));
        }

        assertThat(into.take(Map.of("source", "elsewhere"), lines).added()).isEqualTo(exported.size());
        List<Map<String, Object>> again = new ArrayList<>();
        from.each(again::add);
        assertThat(JsonMapper.shared().writeValueAsString(again)).isEqualTo(bytes);
        assertThat(from.fields()).containsAll(exported.getFirst().keySet());
    }

    private Purchase find(String number) {
        return purchases.find("shop", number).orElseThrow();
    }

    private ImportOutcome take(Map<String, Object> values) {
        return target.take(SHOP, List.of(new ImportLine(1, values)));
    }

    private ImportOutcome contract(Map<String, Object> values) {
        return contractsTarget.take(SHOP, List.of(new ImportLine(1, values)));
    }

    private Target product(String name) {
        Target brand = catalogue.add(new AddBrand("Solvane", Standing.OURS, List.of(), List.of()));
        return catalogue.add(new AddProduct(brand, name, List.of(), List.of()));
    }

    private String rows() {
        return sql.sql(
                        "select string_agg(p::text || ctid::text || xmax::text, ' ' order by id) from commerce.purchases p")
                .single(String.class);
    }

    private static Map<String, Object> full(String number) {
        return line(
                        1,
                        "number",
                        number,
                        "order_number",
                        "SO-9",
                        "customer_number",
                        "C-77",
                        "customer_source",
                        "erp",
                        "product",
                        "halo 10",
                        "bought_on",
                        "01.03.2026",
                        "quantity",
                        2,
                        "amount",
                        "1.234,50",
                        "currency",
                        "eur",
                        "place",
                        "Solvane shop, Lyon",
                        "serial",
                        "SN1",
                        "returned_on",
                        "2026-03-09",
                        "return_why",
                        "too loud",
                        "warranty_until",
                        "2028-02-29",
                        "warranty_terms",
                        "repair")
                .values();
    }

    private static Map<String, Object> contract(String number, String product) {
        return line(
                        1,
                        "number",
                        number,
                        "customer_number",
                        "C-77",
                        "product",
                        product,
                        "begins_on",
                        "2026-01-01",
                        "ends_on",
                        "2026-12-31",
                        "notice_by",
                        "30.09.2026",
                        "amount",
                        "9,90",
                        "currency",
                        "EUR",
                        "paid_every",
                        "Month")
                .values();
    }

    private static Map<String, Object> with(Map<String, Object> values, String field, Object value) {
        values.put(field, value);
        return values;
    }

    private static ImportLine line(long number, Object... values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i].toString(), values[i + 1]);
        }
        return new ImportLine(number, map);
    }
}

package dev.rapport.desk.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Bought;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Purchases;
import dev.rapport.commerce.RecordContract;
import dev.rapport.commerce.RecordContract.Pace;
import dev.rapport.commerce.RecordPurchase;
import dev.rapport.commerce.Return;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.commerce.Warranty;
import dev.rapport.shared.CustomerKey;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class PurchasesControllerTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Purchases purchases;

    @Autowired
    private PurchaseReads reads;

    @Autowired
    private JdbcClient jdbc;

    private long maren;

    @BeforeEach
    void whatWasBought() {
        Target brand = catalogue.add(new AddBrand("Solvane", Standing.OURS, List.of(), List.of()));
        catalogue.add(new AddProduct(brand, "Halo 10", List.of("SV-H10"), List.of()));
        maren = jdbc.sql("""
                        insert into people.persons (name, folded, origin) values ('Maren Holt', 'maren holt', 'ENTERED')
                        returning id
                        """).query(Long.class).single();
        jdbc.sql("insert into people.customer_numbers (source, number, person_id) values ('shop', 'C1', ?)")
                .param(maren)
                .update();
        purchases.record(List.of(
                purchase("1", "C1", "SV-H10", "SO-77", null, new Warranty(TODAY.minusYears(1), TODAY, null)),
                purchase("2", "C1", "Cable <b>2 m</b>", "SO-77", new Return(TODAY, "too short"), null),
                purchase(
                        "3",
                        "C9",
                        "Halo 10",
                        null,
                        null,
                        new Warranty(TODAY.minusYears(3), TODAY.minusDays(1), null))));
    }

    @Test
    void listHasWhoBoughtAndTheOrderOfAnUnknownCustomer() {
        assertThat(get("/purchases"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "href=\"/people/" + maren + "\"",
                        "Maren Holt",
                        "C9",
                        "Unknown to us",
                        "SO-77",
                        "not in the catalogue")
                .contains("Cable &lt;b&gt;2 m&lt;/b&gt;")
                .doesNotContain("<b>2 m");
    }

    @Test
    void numbersAreFoundByTheirBeginningAndProductsByAPart() {
        assertThat(numbers("so-7", Show.ALL)).containsExactlyInAnyOrder("1", "2");
        assertThat(numbers("C9", Show.ALL)).containsExactly("3");
        assertThat(numbers("SN-2", Show.ALL)).containsExactly("2");
        assertThat(numbers("halo", Show.ALL)).containsExactlyInAnyOrder("1", "3");
        assertThat(numbers("cable", Show.ALL)).containsExactly("2");
        assertThat(numbers("%", Show.ALL)).isEmpty();
    }

    @Test
    void filtersShowReturnsRunningWarrantiesAndStrangers() {
        assertThat(numbers("", Show.RETURNED)).containsExactly("2");
        assertThat(numbers("", Show.COVERED)).containsExactly("1");
        assertThat(numbers("", Show.UNKNOWN)).containsExactly("3");
        assertThat(numbers("so-77", Show.RETURNED)).containsExactly("2");
    }

    @Test
    void pagesMeetWithoutAGapOrADouble() {
        purchases.record(IntStream.range(0, 2 * PurchaseReads.PAGE)
                .mapToObj(i -> purchase("n" + i, "C" + i, "Lamp", null, null, null))
                .toList());
        List<String> seen = new ArrayList<>();
        String path = "/purchases";
        while (path != null) {
            String body = body(path);
            seen.addAll(found(body, "id=\"purchase-(\\d+)\""));
            List<String> next = found(body, "href=\"([^\"]*after=[^\"]*)\"");
            path = next.isEmpty() ? null : next.getFirst().replace("&amp;", "&");
        }

        assertThat(seen).hasSize(2 * PurchaseReads.PAGE + 3).doesNotHaveDuplicates();
    }

    @Test
    void purchaseShowsEverythingKeptAndTheRestOfItsOrder() {
        long id = purchases.find("shop", "2").orElseThrow().id().value();

        assertThat(get("/purchases/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("too short", "SN-2", "Lyon", "SO-77", "SV-H10", "In the same order", "€49.90");
        assertThat(get("/purchases/999999999")).hasStatus(404);
    }

    @Test
    void contractsThatEndSoonComeByTheirDeadline() {
        purchases.recordContracts(List.of(
                contract("a", TODAY.plusYears(2), null, null),
                contract("b", TODAY.plusDays(60), TODAY.plusDays(30), null),
                contract("c", TODAY.plusDays(20), null, null),
                contract("d", TODAY.plusDays(10), null, TODAY),
                contract("e", null, null, null)));

        String body = body("/contracts?show=ending");
        assertThat(found(body, "<td><bdi>(\\w)</bdi></td>")).containsExactly("c", "b");
        assertThat(found(body("/contracts?q=care"), "<td><bdi>(\\w)</bdi></td>"))
                .hasSize(5);
        assertThat(found(body("/contracts?show=unknown"), "<td><bdi>(\\w)</bdi></td>"))
                .isEmpty();
        long id = purchases.findContract("shop", "b").orElseThrow().id();
        assertThat(get("/contracts/" + id)).hasStatusOk().bodyText().contains("Notice until", "a quarter");
    }

    @Test
    void strangeAddressesAreAnsweredCalmly() {
        assertThat(get("/purchases?after=never_1&show=nothing&q=%00%27")).hasStatusOk();
        assertThat(get("/contracts?after=2026-02-31_1&show=returned")).hasStatusOk();
    }

    private List<String> numbers(String words, Show show) {
        return reads.list(new PurchasesFor(words, show, TODAY), null).stream()
                .map(PurchaseRow::number)
                .toList();
    }

    private static RecordPurchase purchase(
            String number,
            String customer,
            String product,
            @Nullable String order,
            @Nullable Return returned,
            @Nullable Warranty warranty) {
        return new RecordPurchase(
                "shop",
                number,
                new CustomerKey("shop", customer),
                order,
                product,
                Bought.on(TODAY.minusDays(5)),
                BigDecimal.ONE,
                new BigDecimal("49.90"),
                "EUR",
                "Lyon",
                "SN-" + number,
                returned,
                warranty);
    }

    private static RecordContract contract(
            String number, @Nullable LocalDate ends, @Nullable LocalDate notice, @Nullable LocalDate cancelled) {
        return new RecordContract(
                "shop",
                number,
                new CustomerKey("shop", "C1"),
                "Care",
                TODAY.minusYears(1),
                ends,
                notice,
                cancelled,
                BigDecimal.TEN,
                "EUR",
                Pace.QUARTER);
    }

    private static List<String> found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        return matcher.results().map(hit -> hit.group(1)).toList();
    }

    private String body(String path) {
        return new String(get(path).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockMvcRequestBuilder get(String path) {
        User viewer = staff.viewer();
        return mvc.get()
                .uri(URI.create(path))
                .with(authentication(new TestingAuthenticationToken(viewer, "", "ROLE_VIEWER")));
    }
}

package dev.rapport.desk.said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Voices;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Bought;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Purchases;
import dev.rapport.commerce.RecordPurchase;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.ProfileId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class SaidControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Purchases purchases;

    @Autowired
    private SaidReads reads;

    @Autowired
    private JdbcClient jdbc;

    private final Instant now = Instant.now();
    private Voices voices;
    private ConversationId conversation;
    private ProfileId ada;
    private Target brand;
    private Target halo;

    @BeforeEach
    void whatIsSaid() {
        brand = catalogue.add(new AddBrand("Solvane", Standing.OURS, List.of(), List.of()));
        halo = catalogue.add(new AddProduct(brand, "Halo 10", List.of(), List.of()));
        voices = new Voices(jdbc);
        ada = voices.profile("forum", "ada", "Ada <i>Byron</i>");
        conversation = voices.conversation(1, "t", "PUBLIC", ada);
        says("The Halo 10 sounds <b>wonderful</b>", "POSITIVE", 1);
        says("The Halo 10 broke", "NEGATIVE", 1);
        says("Halo 10 again silent", "NEGATIVE", 30);
        says("I met the Halo 10", "NEUTRAL", 2);
        says("The Halo 10 was fine", "POSITIVE", 100);
    }

    @Test
    void trendCountsTwelveWeeksPerWeekAndPolarity() {
        Trend trend = reads.trends(List.of(brand, halo)).getLast();

        assertThat(trend.all()).isEqualTo(4);
        assertThat(trend.good()).isEqualTo(1);
        assertThat(trend.bad()).isEqualTo(2);
        assertThat(trend.weeks()).hasSize(Trend.WEEKS);
        assertThat(trend.weeks().getLast()).isEqualTo(new Trend.Week(1, 1));
        assertThat(trend.weeks().get(Trend.WEEKS - 1 - 4)).isEqualTo(new Trend.Week(0, 1));
        assertThat(trend.bars().getLast().top()).isEqualTo("2.00%");
    }

    @Test
    void listGetsAllTrendsInOneAnswerEachForItsRow() {
        assertThat(get("/catalogue/said?entries=" + Trend.key(brand) + "," + Trend.key(halo) + ",nonsense"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "id=\"said-" + Trend.key(halo) + "\" hx-swap-oob=\"true\"",
                        "4 opinions in twelve weeks",
                        "2 bad")
                .contains("id=\"said-" + Trend.key(brand) + "\"", "Nothing said in twelve weeks")
                .doesNotContain(" style=");
        assertThat(get("/catalogue"))
                .bodyText()
                .contains("/catalogue/said?entries=" + Trend.key(brand) + "," + Trend.key(halo));
    }

    @Test
    void entryShowsTheNewestExactWordsAndWhereTheyStand() {
        assertThat(get("/catalogue/entries/" + Trend.key(halo)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "sounds &lt;b&gt;wonderful&lt;/b&gt;",
                        "/inbox/" + conversation.value() + "#message-",
                        "/messages?target=PRODUCT:")
                .doesNotContain("<b>wonderful", "was fine");
        assertThat(get("/catalogue/entries/" + Trend.key(halo) + "/said"))
                .hasStatusOk()
                .bodyText()
                .contains("<q ");
        assertThat(get("/catalogue/entries/product-999999999")).hasStatus(404);
        assertThat(get("/catalogue/entries/else")).hasStatus(404);
    }

    @Test
    void wordsTheirAuthorTookBackAreCountedAndNotQuoted() {
        jdbc.sql("update conversations.messages set deleted_at = now(), words = ''")
                .update();

        assertThat(reads.newest(halo, 3)).isEmpty();
        assertThat(reads.trends(List.of(halo)).getFirst().all()).isEqualTo(4);
        assertThat(get("/catalogue/entries/" + Trend.key(halo))).hasStatusOk();
    }

    @Test
    void brandWasBoughtAsOftenAsItsProductsAndItself() {
        purchases.record(List.of(bought("1", "Halo 10"), bought("2", "Halo 10"), bought("3", "Solvane cable")));

        assertThat(reads.trends(List.of(brand, halo))).extracting(Trend::bought).containsExactly(3L, 2L);
        assertThat(get("/catalogue/entries/" + Trend.key(brand)))
                .bodyText()
                .contains("bought 3 times", "/purchases?q=Solvane");
    }

    @Test
    void entryOfWhichNothingIsKnownSaysSo() {
        Target lamp = catalogue.add(new AddProduct(brand, "Lamp", List.of(), List.of()));

        assertThat(get("/catalogue/entries/" + Trend.key(lamp)))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing is said about Lamp yet");
    }

    private void says(String words, String polarity, int daysAgo) {
        MessageId message = voices.says(conversation, ada, words, now.minus(Duration.ofDays(daysAgo)));
        voices.judges(message, "PRODUCT", halo.id(), "Halo 10", polarity, words);
    }

    private static RecordPurchase bought(String number, String product) {
        return new RecordPurchase(
                "shop",
                number,
                new CustomerKey("shop", "C1"),
                null,
                product,
                Bought.at(Instant.parse("2026-01-01T10:00:00Z")),
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private MockMvcRequestBuilder get(String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(new TestingAuthenticationToken(staff.viewer(), "", "ROLE_VIEWER")));
    }
}

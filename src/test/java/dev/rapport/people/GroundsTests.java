package dev.rapport.people;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Facts;
import dev.rapport.cast.Solvane;
import dev.rapport.cast.Voices;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class GroundsTests {

    @Autowired
    private Grounds grounds;

    @Autowired
    private People people;

    @Autowired
    private Links links;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private Target brand;
    private Target halo;
    private Target other;
    private ProfileId profile;
    private PersonId maren;
    private ConversationId conversation;
    private MessageId message;

    @BeforeEach
    void aComplaint() {
        brand = catalogue.add(new AddBrand(Solvane.BRAND, Standing.OURS, List.of(), List.of()));
        halo = catalogue.add(new AddProduct(brand, Solvane.PRODUCT, List.of(), List.of()));
        other = catalogue.add(new AddProduct(brand, "Nimbus", List.of(), List.of()));
        Voices voices = new Voices(jdbc);
        profile = voices.profile("fediverse", "owl", "Owl");
        maren = people.add(
                new AddPerson(Facts.numbered(new CustomerKey("crm", "17"), "Maren Holt"), Origin.ENTERED, null));
        conversation = voices.conversation(1, "thread", "PUBLIC", profile);
        message = voices.says(conversation, profile, Solvane.COMPLAINT, NOON);
        voices.judges(message, "PRODUCT", halo.id(), Solvane.PRODUCT, "NEGATIVE", "I love my Halo 10");
    }

    @Test
    void nobodyLinkedMeansNothingIsOnRecord() {
        bought("1", halo, "2026-05-03");

        Ground ground = only();

        assertThat(ground.person()).isNull();
        assertThat(ground.isOnRecord()).isFalse();
        assertThat(ground.target()).isEqualTo(Solvane.PRODUCT);
    }

    @Test
    void linkedPersonStandsOnWhatTheyBoughtLastBeforeTheySpoke() {
        bought("1", halo, "2024-05-03");
        bought("2", halo, "2026-05-03");
        bought("3", halo, "2026-11-20");
        jdbc.sql("""
                        insert into commerce.warranties (purchase_id, begins_on, ends_on)
                        select id, '2026-05-03', '2028-05-03' from commerce.purchases where number = '2'
                        """).update();
        linked();

        Ground ground = only();

        assertThat(ground.person()).isEqualTo(maren);
        assertThat(ground.holding())
                .isEqualTo(new Holding(
                        Holding.Kind.PURCHASE,
                        Solvane.PRODUCT,
                        java.time.Instant.parse("2026-05-03T10:00:00Z"),
                        LocalDate.of(2028, 5, 3),
                        null,
                        Holding.Match.PRODUCT));
    }

    @Test
    void whatWasReturnedBeforeTheySpokeIsTheirsNoMore() {
        bought("1", halo, "2026-05-03");
        jdbc.sql("""
                        insert into commerce.returns (purchase_id, returned_at)
                        select id, '2026-06-01T10:00:00Z' from commerce.purchases
                        """).update();
        linked();

        assertThat(only().isOnRecord()).isFalse();
    }

    @Test
    void anotherProductOfTheBrandIsNamedAsSuchAndTheProductItselfGoesBeforeIt() {
        bought("1", other, "2026-08-01");
        linked();
        assertThat(only().holding())
                .extracting(Holding::match, Holding::product)
                .containsExactly(Holding.Match.BRAND, "Nimbus");

        bought("2", halo, "2025-01-01");
        assertThat(only().holding())
                .extracting(Holding::match, Holding::product)
                .containsExactly(Holding.Match.PRODUCT, Solvane.PRODUCT);
    }

    @Test
    void linkTakenBackLeavesNothingOnRecordAndConfirmedAgainEverything() {
        bought("1", halo, "2026-05-03");
        linked();
        List<Ground> before = grounds.ofMessages(List.of(message));

        links.withdraw(new WithdrawLink(profile, maren, staff.agent().id(), null));
        assertThat(only().isOnRecord()).isFalse();

        linked();
        assertThat(grounds.ofMessages(List.of(message))).isEqualTo(before);
    }

    @Test
    void askedByConversationOrProfileTheAnswerIsTheSame() {
        bought("1", halo, "2026-05-03");
        linked();

        assertThat(grounds.ofConversations(List.of(conversation), 10)).isEqualTo(grounds.ofMessages(List.of(message)));
        assertThat(grounds.ofProfiles(List.of(profile), 10)).isEqualTo(grounds.ofMessages(List.of(message)));
        assertThat(grounds.ofProfiles(List.of(), 10)).isEmpty();
    }

    private Ground only() {
        List<Ground> all = grounds.ofMessages(List.of(message));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void linked() {
        links.confirm(new ConfirmLink(profile, maren, staff.agent().id(), null));
    }

    private void bought(String number, Target product, String day) {
        String name = product.equals(halo) ? Solvane.PRODUCT : "Nimbus";
        jdbc.sql("""
                        insert into commerce.purchases (source, number, customer_source, customer_number, product_id, brand_id,
                          product_name, bought_at)
                        values ('shop', ?, 'crm', '17', ?, ?, ?, ?::timestamptz)
                        """)
                .params(number, product.id(), brand.id(), name, day + "T10:00:00Z")
                .update();
    }
}

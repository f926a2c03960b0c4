package dev.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Voices;
import dev.rapport.people.Consent.Answer;
import dev.rapport.people.Evidence.Exact;
import dev.rapport.people.Evidence.SeenIn;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class ConsentsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private Consents consents;

    @Autowired
    private People people;

    @Autowired
    private Links links;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private PersonId maren;
    private UserId amina;

    @BeforeEach
    void aPersonWhoSaidNothing() {
        maren = people.add(new AddPerson(
                PersonFacts.named("Maren Holt", Address.email("maren.holt@example.net")), Origin.ENTERED, null));
        amina = staff.agent().id();
    }

    @Test
    void whoSaidNothingIsServedAndNotAdvertisedTo() {
        assertThat(consents.may(maren, Purpose.CARE, "mail").isGiven()).isTrue();
        assertThat(consents.may(maren, Purpose.MARKETING, "mail").isGiven()).isFalse();
        assertThat(consents.may(maren, Purpose.MARKETING, "mail").said()).isNull();
    }

    @Test
    void latestThatSpeaksOfTheChannelOrOfAllCounts() {
        says(Purpose.MARKETING, "", Answer.GRANTED, MONDAY);
        says(Purpose.MARKETING, "phone", Answer.WITHDRAWN, MONDAY.plusDays(1));

        assertThat(consents.may(maren, Purpose.MARKETING, "mail").isGiven()).isTrue();
        assertThat(consents.may(maren, Purpose.MARKETING, "phone").isGiven()).isFalse();
        says(Purpose.MARKETING, "", Answer.GRANTED, MONDAY.plusDays(2));
        assertThat(consents.may(maren, Purpose.MARKETING, "phone").isGiven()).isTrue();
        assertThat(consents.of(maren)).hasSize(3).first().satisfies(latest -> {
            assertThat(latest.saidOn()).isEqualTo(MONDAY.plusDays(2));
            assertThat(latest.recordedBy()).isEqualTo("Amina Diallo");
        });
    }

    @Test
    void whatWasSaidEarlierButWrittenDownLaterDoesNotWin() {
        says(Purpose.RESEARCH, "", Answer.REFUSED, MONDAY.plusDays(5));
        says(Purpose.RESEARCH, "", Answer.GRANTED, MONDAY);

        assertThat(consents.may(maren, Purpose.RESEARCH, "").isGiven()).isFalse();
    }

    @Test
    void whoRefusesLinkingIsUnlinkedAndNoEvidenceLinksThemAgain() {
        ProfileId known = new Voices(jdbc).profile("fediverse", "garden_owl", "Night owl");
        ProfileId asked = new Voices(jdbc).profile("fediverse", "day_owl", "Maren Holt");
        links.confirm(new ConfirmLink(known, maren, amina, null));
        links.propose(List.of(proposal(asked)));

        says(Purpose.LINKING, "", Answer.REFUSED, MONDAY);

        assertThat(people.profilesOf(maren)).isEmpty();
        assertThat(links.propose(List.of(proposal(asked)))).isZero();
        new Voices(jdbc).profile("mail", "maren.holt@example.net", "Maren Holt");
        people.change(new ChangePerson(
                maren,
                people.find(maren).orElseThrow().version(),
                PersonFacts.named(
                        "Maren Holt", Address.email("maren.holt@example.net"), Address.phone("+49 30 123456")),
                amina));
        assertThat(people.profilesOf(maren)).isEmpty();
    }

    @Test
    void consentOfNobodyIsNotRecorded() {
        assertThatThrownBy(() -> consents.record(new RecordConsent(
                        new PersonId(987_654),
                        Purpose.CARE,
                        "",
                        Answer.GRANTED,
                        MONDAY,
                        Consent.How.ONLINE,
                        null,
                        null,
                        amina)))
                .isInstanceOf(NoSuchPerson.class);
    }

    private void says(Purpose purpose, String channel, Answer answer, LocalDate day) {
        consents.record(
                new RecordConsent(maren, purpose, channel, answer, day, Consent.How.IN_WRITING, null, null, amina));
    }

    private ProposeLink proposal(ProfileId profile) {
        return new ProposeLink(
                profile, maren, 0.7, List.of(Evidence.exact(Exact.NAME, "Maren Holt", SeenIn.PUBLIC, 0)), "test 1");
    }
}

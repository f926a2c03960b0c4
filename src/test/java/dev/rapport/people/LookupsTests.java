package dev.rapport.people;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class LookupsTests {

    @Autowired
    private Recognises step;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Lookups lookups;

    @Autowired
    private Replays replays;

    @Autowired
    private Natures natures;

    @Autowired
    private Purposes purposes;

    @Autowired
    private VerdictStore verdicts;

    @Autowired
    private People people;

    @Autowired
    private Links links;

    @Autowired
    private Consents consents;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private PersonId tomas;

    @BeforeEach
    void theCast() {
        voices = new Voices(jdbc);
        contacts.fill();
        tomas = person("Tomas Lindqvist");
    }

    @Test
    void handleThatHoldsAFullNameLinksByItselfAndSaysWhy() {
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");

        step.take(said(profile, "PUBLIC", "Hello"));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, tomas));
        Link link = link(profile, tomas);
        assertThat(link.decidedBy()).isNull();
        assertThat(column("rules", link)).startsWith("matcher ");
        assertThat(column("evidence", link)).contains("display_name", "given_family", "\"bits\"");
        assertThat(Double.parseDouble(column("probability", link))).isGreaterThan(0.9);
    }

    @Test
    void nobodyIsLookedForBehindAnOrganisationUntilTheMarkIsTakenBack() {
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");
        step.take(said(profile, "PUBLIC", "Hello"));

        natures.mark(new MarkProfile(profile, Nature.ORGANISATION, staff.agent().id()));
        lookups.workOff(100);
        assertThat(people.who(List.of(profile))).isEmpty();
        assertThat(link(profile, tomas).state()).isEqualTo(LinkState.WITHDRAWN);
        assertThat(natures.of(profile)).contains(Nature.ORGANISATION);

        natures.unmark(profile);
        lookups.workOff(100);
        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, tomas));
    }

    @Test
    void whatAPersonDecidedStaysWhenAProfileIsMarked() {
        ProfileId profile = voices.profile("fediverse", "solvane.fans", "Solvane Fans");
        links.confirm(new ConfirmLink(profile, tomas, staff.agent().id(), null));

        natures.mark(new MarkProfile(profile, Nature.ORGANISATION, staff.agent().id()));
        lookups.workOff(100);

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, tomas));
    }

    @Test
    void twoPersonsOfOneNameAreNotLinkedByThemselves() {
        PersonId other = person("Tomas Lindqvist");
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");

        step.take(said(profile, "PUBLIC", "Hello"));

        assertThat(people.who(List.of(profile))).isEmpty();
        assertThat(link(profile, tomas).state()).isEqualTo(LinkState.PROPOSED);
        assertThat(link(profile, other).state()).isEqualTo(LinkState.PROPOSED);
    }

    @Test
    void personWhoComesLaterMeetsTheVoicesThatWereThere() {
        ProfileId profile = voices.profile("forum", "leilabenali", "Leila Benali");
        step.take(said(profile, "PUBLIC", "Hello"));
        assertThat(people.who(List.of(profile))).isEmpty();

        PersonId leila = person("Leila Benali");
        lookups.workOff(100);

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, leila));
    }

    @Test
    void secondPersonOfTheNameTakesTheLinkBackIntoAQuestion() {
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");
        step.take(said(profile, "PUBLIC", "Hello"));
        assertThat(people.who(List.of(profile))).hasSize(1);

        person("Tomas Lindqvist");
        lookups.workOff(100);

        assertThat(people.who(List.of(profile))).isEmpty();
        assertThat(link(profile, tomas).state()).isEqualTo(LinkState.PROPOSED);
    }

    @Test
    void numberGivenInPrivateFindsItsOwner() {
        Customers customers = new Customers(jdbc);
        PersonId maren = customers.person("Maren Holt");
        customers.buys(maren, customers.product("Solvane", "Halo 10"), "Halo 10", NOON, LocalDate.of(2028, 1, 1));
        String order = jdbc.sql("select order_number from commerce.purchases")
                .query(String.class)
                .single();
        step.persons(List.of(maren));
        ProfileId profile = voices.profile("chat", "visitor7", "Nightjar");

        step.take(said(profile, "PRIVATE", "My order is " + order + ", where is it?"));
        step.take(said(voices.profile("chat", "visitor8", "Dusk"), "PUBLIC", "My order is " + order));

        Link link = link(profile, maren);
        assertThat(column("evidence", link)).contains("\"kind\": \"said\"", order, "PRIVATE");
        assertThat(jdbc.sql("select count(*) from people.links")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatAPersonRefusedNoReplayBringsBack() {
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");
        step.take(said(profile, "PUBLIC", "Hello"));
        links.refuse(new RefuseLink(profile, tomas, staff.agent().id(), "a namesake"));

        replays.run(0, false, part -> true);

        assertThat(people.who(List.of(profile))).isEmpty();
        assertThat(link(profile, tomas).state()).isEqualTo(LinkState.REFUSED);
    }

    @Test
    void dryReplaySaysWhatWouldBecomeOfEveryLinkAndChangesNothing() {
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");
        List<Replays.Difference> differences = new ArrayList<>();

        replays.run(0, false, part -> true);
        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, tomas));
        person("Tomas Lindqvist");
        replays.run(0, true, part -> differences.addAll(part.differences()));

        assertThat(differences)
                .contains(new Replays.Difference(profile, tomas, LinkState.CONFIRMED, LinkState.WITHDRAWN));
    }

    @Test
    void whoDoesNotWantToBeLinkedIsNeitherLinkedNorAskedAboutNorLinkedByHand() {
        consents.record(new RecordConsent(
                tomas,
                Purpose.LINKING,
                "",
                Consent.Answer.REFUSED,
                LocalDate.of(2026, 11, 1),
                Consent.How.IN_WRITING,
                null,
                null,
                staff.agent().id()));
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");

        step.take(said(profile, "PUBLIC", "Hello"));

        assertThat(jdbc.sql("select count(*) from people.links")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> links.confirm(
                        new ConfirmLink(profile, tomas, staff.agent().id(), null)))
                .isInstanceOf(CannotLink.class)
                .hasMessageContaining("does not want");
    }

    @Test
    void switchedOffNobodyIsLinkedByEvidence() {
        purposes.set(Purpose.CARE, false, staff.agent().id());
        ProfileId profile = voices.profile("fediverse", "tomas.lindqvist", "Tomas Lindqvist");

        step.take(said(profile, "PUBLIC", "Hello"));

        assertThat(people.who(List.of(profile))).isEmpty();
    }

    @Test
    void drawnLinkIsCheckedByWhoeverDecidesAboutIt() {
        ProfileId profile = voices.profile("fediverse", "tl", "Tomas L.");
        verdicts.link(
                List.of(new Verdict(profile, tomas, LinkState.CONFIRMED, 0.99, List.of())),
                VerdictStore.RULES + "1",
                1);
        Link link = link(profile, tomas);

        links.refuse(new RefuseLink(profile, tomas, staff.agent().id(), null));

        assertThat(jdbc.sql("select is_right from people.audits where link_id = ?")
                        .params(link.id().value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void answersMoveTheWeightsAndWhatWasDecidedStaysAsItIs(@Autowired Models models) {
        for (int i = 0; i < 12; i++) {
            PersonId one = person("Given%c Familyname%c".formatted('a' + i, 'a' + i));
            ProfileId profile = voices.profile("forum", "familyname%c".formatted('a' + i), "");
            links.confirm(new ConfirmLink(profile, one, staff.agent().id(), null));
        }
        contacts.follow();
        String before = models.current().rules();

        assertThat(models.learn()).isTrue();

        assertThat(models.current().rules()).isNotEqualTo(before).startsWith("matcher 1.");
        assertThat(models.learn()).isFalse();
        jdbc.sql("delete from people.models").update();
        models.refresh();
    }

    private PersonId person(String name) {
        String[] parts = name.split(" ");
        return people.add(new AddPerson(
                new PersonFacts(
                        name, parts[0], parts[1], List.of(), null, null, null, null, null, null, null, List.of(),
                        List.of(), List.of()),
                Origin.ENTERED,
                null));
    }

    private Batch said(ProfileId profile, String visibility, String words) {
        ConversationId conversation = voices.conversation(1, "thread " + profile.value(), visibility, profile);
        MessageId message = voices.says(conversation, profile, words, NOON);
        return new Batch(1, new InboxId(1), false, message.value(), message.value(), List.of());
    }

    private Link link(ProfileId profile, PersonId person) {
        LinkId id = jdbc.sql("select id from people.links where profile_id = ? and person_id = ?")
                .params(profile.value(), person.value())
                .query((row, number) -> new LinkId(row.getLong(1)))
                .single();
        return links.find(id).orElseThrow();
    }

    private String column(String name, Link link) {
        return jdbc.sql("select " + name + "::text from people.links where id = ?")
                .params(link.id().value())
                .query(String.class)
                .single();
    }
}

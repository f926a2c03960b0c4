package dev.rapport.people;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.conversations.ProfilesEntered;
import dev.rapport.conversations.ProfilesTied;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@OnOneDatabase
@RecordApplicationEvents
class RecognisesTests {

    private static final String MAIL = "maren.holt@example.net";

    @Autowired
    private Recognises step;

    @Autowired
    private People people;

    @Autowired
    private Links links;

    @Autowired
    private Staff staff;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Lookups lookups;

    @BeforeEach
    void theCast() {
        voices = new Voices(jdbc);
        contacts.fill();
    }

    @Test
    void whoWritesFromAKnownAddressIsLinkedWithTheStepThatAttributes() {
        PersonId maren = person("Maren Holt", Address.email("Maren.Holt@example.net"));
        ProfileId profile = voices.profile("mail", MAIL, "M");

        step.take(said(profile, false));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
        assertThat(evidence(profile)).contains("\"kind\": \"EMAIL\"", "\"seen_in\": \"PRIVATE\"", MAIL);
        assertThat(events.stream(WhoChanged.class)).contains(new WhoChanged(Set.of(profile)));
    }

    @Test
    void historyIsAttributedToo() {
        PersonId maren = person("Maren Holt", Address.email(MAIL));
        ProfileId profile = voices.profile("mail", MAIL, "M");

        step.take(said(profile, true));

        assertThat(people.who(List.of(profile)).values()).containsExactly(maren);
    }

    @Test
    void takingABatchAgainChangesNothing() {
        person("Maren Holt", Address.email(MAIL));
        Batch batch = said(voices.profile("mail", MAIL, "Maren Holt"), false);
        step.take(batch);
        long before = eventCount();

        step.take(batch);

        assertThat(eventCount()).isEqualTo(before);
    }

    @Test
    void addressInABioAndAKnownHandleLinkByThemselves() {
        PersonId maren = person("Maren Holt", Address.email(MAIL));
        PersonId tomas = person("Tomas Lindqvist", Address.handle("fediverse", "@TomasL"));
        ProfileId bio = voices.profile("fediverse", "owl", "Owl");
        jdbc.sql("update conversations.profiles set bio = 'Write to Maren.Holt@Example.net.' where id = ?")
                .params(bio.value())
                .update();
        ProfileId handle = voices.profile("fediverse", "tomasl", "T.");
        ProfileId elsewhere = voices.profile("forum", "tomasl", "T.");

        step.take(said(bio, false));
        step.take(said(handle, false));
        step.take(said(elsewhere, false));

        assertThat(people.who(List.of(bio, handle, elsewhere))).isEqualTo(Map.of(bio, maren, handle, tomas));
        assertThat(evidence(bio)).contains("BIO_EMAIL", "PUBLIC");
    }

    @Test
    void addressOfTwoPersonsOnlyAsks() {
        person("Maren Holt", Address.email(MAIL));
        person("Piet Holt", Address.email(MAIL));
        ProfileId profile = voices.profile("mail", MAIL, "M");

        step.take(said(profile, false));

        assertThat(states(profile)).isNotEmpty().containsOnly("PROPOSED");
        assertThat(evidence(profile)).contains("\"kind\": \"email\"", MAIL);
    }

    @Test
    void addressThatManyReadOnlyAsks() {
        person("Maren Holt", Address.email("info@holt.example"));
        person("Leila Benali", Address.email("no-reply+shop@benali.example"));
        ProfileId info = voices.profile("mail", "info@holt.example", "M");
        ProfileId noReply = voices.profile("mail", "no-reply+shop@benali.example", "M");

        step.take(said(info, false));
        step.take(said(noReply, false));

        assertThat(states(info)).containsExactly("PROPOSED");
        assertThat(states(noReply)).containsExactly("PROPOSED");
        assertThat(evidence(info)).contains("\"level\": \"shared\"");
    }

    @Test
    void nameThatTwoPersonsBearOnlyAsks() {
        person("Zoë  O’Neill");
        person("Zoe ONeill");
        ProfileId profile = voices.profile("fediverse", "z", "ZOE O'Neill 🌻");
        ProfileId firstName = voices.profile("fediverse", "y", "Zoe");

        step.take(said(profile, false));
        step.take(said(firstName, false));

        assertThat(states(profile)).containsExactly("PROPOSED", "PROPOSED");
        assertThat(evidence(profile)).contains("display_name", "given_family");
        assertThat(states(firstName)).isEmpty();
    }

    @Test
    void twoPersonsWithExactEvidenceAreBothAskedAbout() {
        person("Maren Holt", Address.handle("fediverse", "owl"));
        person("Leila Benali", Address.email("leila.benali@example.org"));
        ProfileId profile = voices.profile("fediverse", "owl", "Owl");
        jdbc.sql("update conversations.profiles set bio = 'leila.benali@example.org' where id = ?")
                .params(profile.value())
                .update();

        step.take(said(profile, false));

        assertThat(states(profile)).containsExactly("PROPOSED", "PROPOSED");
    }

    @Test
    void whatAPersonRefusedOrWithdrewNoEvidenceBringsBack() {
        PersonId maren = person("Maren Holt", Address.email(MAIL));
        ProfileId profile = voices.profile("mail", MAIL, "Maren Holt");
        Batch batch = said(profile, false);
        step.take(batch);

        links.withdraw(new WithdrawLink(profile, maren, staff.agent().id(), null));
        step.take(batch);
        assertThat(states(profile)).containsExactly("WITHDRAWN");

        links.refuse(new RefuseLink(profile, maren, staff.agent().id(), null));
        step.take(batch);
        step.profiles(List.of(profile));
        assertThat(states(profile)).containsExactly("REFUSED");
    }

    @Test
    void newPersonMeetsProfilesThatWereThereBefore() {
        ProfileId mail = voices.profile("mail", MAIL, "M");
        ProfileId handle = voices.profile("fediverse", "MarenH", "M");
        ProfileId name = voices.profile("forum", "mh", "Märén Holt");

        PersonId maren = person("Maren Holt", Address.email(MAIL), Address.handle("fediverse", "marenh"));
        assertThat(people.who(List.of(mail, handle, name))).isEqualTo(Map.of(mail, maren, handle, maren));

        lookups.workOff(100);
        assertThat(states(name)).hasSize(1);
    }

    @Test
    void addressThatAPersonLosesTakesItsLinkAlongAndOneThatIsSharedNowAsksAgain() {
        PersonId maren = person("Maren Holt", Address.email(MAIL));
        ProfileId profile = voices.profile("mail", MAIL, "M");
        step.take(said(profile, false));

        PersonId piet = person("Piet Holt", Address.email(MAIL));
        lookups.workOff(100);
        assertThat(people.who(List.of(profile))).isEmpty();
        assertThat(states(profile)).contains("PROPOSED");

        people.change(new ChangePerson(piet, 1, PersonFacts.named("Piet Holt"), null));
        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));

        people.change(new ChangePerson(maren, 1, PersonFacts.named("Leila Benali"), null));
        lookups.workOff(100);
        assertThat(people.who(List.of(profile))).isEmpty();
    }

    @Test
    void linkThatAPersonConfirmedOutlivesItsEvidence() {
        PersonId maren = person("Maren Holt", Address.email(MAIL));
        ProfileId profile = voices.profile("mail", MAIL, "M");
        links.confirm(new ConfirmLink(profile, maren, staff.agent().id(), null));

        people.change(new ChangePerson(maren, 1, PersonFacts.named("Maren Holt"), null));
        person("Piet Holt", Address.email(MAIL));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
    }

    @Test
    void tiedProfileIsTheSameVoice() {
        PersonId maren = person("Maren Holt");
        ProfileId provisional = voices.profile("fediverse", "@owl", "Owl");
        ProfileId known = voices.profile("fediverse", "7701", "Owl");
        links.confirm(new ConfirmLink(provisional, maren, staff.agent().id(), null));

        publisher.publishEvent(new ProfilesTied(Map.of(provisional, known)));

        assertThat(people.who(List.of(provisional, known))).isEqualTo(Map.of(provisional, maren, known, maren));
        assertThat(events.stream(WhoChanged.class)).contains(new WhoChanged(Set.of(provisional, known)));

        links.withdraw(new WithdrawLink(provisional, maren, staff.agent().id(), null));
        assertThat(people.who(List.of(provisional, known))).isEmpty();
    }

    @Test
    void whenTwoTiedProfilesWereTwoPersonsThePersonsWordGoesBeforeEvidence() {
        PersonId maren = person("Maren Holt");
        PersonId leila = person("Leila Benali", Address.handle("fediverse", "7701"));
        ProfileId provisional = voices.profile("fediverse", "@owl", "Owl");
        ProfileId known = voices.profile("fediverse", "7701", "Owl");
        links.confirm(new ConfirmLink(provisional, maren, staff.agent().id(), null));
        step.take(said(known, false));
        assertThat(people.who(List.of(known))).isEqualTo(Map.of(known, leila));

        publisher.publishEvent(new ProfilesTied(Map.of(provisional, known)));

        assertThat(people.who(List.of(provisional, known))).isEqualTo(Map.of(provisional, maren, known, maren));
    }

    @Test
    void profilesOfAFileAreRecognisedWhenTheyComeIn() {
        PersonId maren = person("Maren Holt", Address.handle("fediverse", "owl"));
        ProfileId profile = voices.profile("fediverse", "owl", "Owl");

        publisher.publishEvent(new ProfilesEntered(Set.of(profile)));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
    }

    private PersonId person(String name, Address... addresses) {
        return people.add(new AddPerson(PersonFacts.named(name, addresses), Origin.ENTERED, null));
    }

    private Batch said(ProfileId profile, boolean history) {
        ConversationId conversation = voices.conversation(1, "thread " + profile.value(), "PUBLIC", profile);
        MessageId message = voices.says(conversation, profile, "Hello", NOON);
        return new Batch(1, new InboxId(1), history, message.value(), message.value(), List.of());
    }

    private List<String> states(ProfileId profile) {
        return jdbc.sql("select state from people.links where profile_id = ? order by id")
                .params(profile.value())
                .query(String.class)
                .list();
    }

    private String evidence(ProfileId profile) {
        return jdbc.sql("select string_agg(evidence::text, ' ') from people.links where profile_id = ?")
                .params(profile.value())
                .query(String.class)
                .single();
    }

    private long eventCount() {
        return jdbc.sql("select count(*) from people.link_events")
                .query(Long.class)
                .single();
    }
}

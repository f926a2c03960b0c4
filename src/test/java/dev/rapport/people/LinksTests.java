package dev.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Voices;
import dev.rapport.people.Evidence.Exact;
import dev.rapport.people.Evidence.SeenIn;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@OnOneDatabase
@RecordApplicationEvents
class LinksTests {

    private static final List<Evidence> SAME_NAME = List.of(Evidence.exact(Exact.NAME, "Maren Holt", SeenIn.PUBLIC, 1));

    @Autowired
    private Links links;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private ProfileId profile;
    private PersonId maren;
    private PersonId leila;
    private UserId amina;

    @BeforeEach
    void twoPersonsAndOneVoice() {
        profile = new Voices(jdbc).profile("fediverse", "garden_owl", "Night owl");
        maren = people.add(new AddPerson(PersonFacts.named("Maren Holt"), Origin.ENTERED, null));
        leila = people.add(new AddPerson(PersonFacts.named("Leila Benali"), Origin.ENTERED, null));
        amina = staff.agent().id();
    }

    @Test
    void confirmedLinkAnswersWhoItIs() {
        links.confirm(new ConfirmLink(profile, maren, amina, "she told me"));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
        assertThat(people.profilesOf(maren)).containsExactly(profile);
        assertThat(events.stream(WhoChanged.class)).containsExactly(new WhoChanged(java.util.Set.of(profile)));
        assertThat(history()).containsExactly("CONFIRMED by hand: she told me");
    }

    @Test
    void secondPersonIsRefusedWithWhoStands() {
        links.confirm(new ConfirmLink(profile, maren, amina, null));

        assertThatThrownBy(() -> links.confirm(new ConfirmLink(profile, leila, amina, null)))
                .isInstanceOfSatisfying(CannotLink.class, refused -> {
                    assertThat(refused.why()).isEqualTo(CannotLink.Why.ANOTHER_STANDS);
                    assertThat(refused.standing()).isEqualTo(maren);
                });
        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
    }

    @Test
    void linkMovesWhenSomebodySaysSo() {
        links.confirm(new ConfirmLink(profile, maren, amina, null));

        links.move(new MoveLink(profile, leila, amina, "wrong sister"));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, leila));
        assertThat(state(maren)).isEqualTo("WITHDRAWN");
        links.move(new MoveLink(profile, maren, amina, null));
        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
    }

    @Test
    void withdrawnLinkStandsNoMoreAndNoProposalBringsItBack() {
        links.confirm(new ConfirmLink(profile, maren, amina, null));
        links.withdraw(new WithdrawLink(profile, maren, amina, null));

        assertThat(people.who(List.of(profile))).isEmpty();
        assertThat(links.propose(List.of(proposal(maren)))).isZero();
        assertThat(state(maren)).isEqualTo("WITHDRAWN");
    }

    @Test
    void refusedLinkIsRememberedUntilTheRefusalIsTakenBack() {
        links.propose(List.of(proposal(maren)));
        links.refuse(new RefuseLink(profile, maren, amina, null));

        assertThat(links.propose(List.of(proposal(maren)))).isZero();
        assertThat(state(maren)).isEqualTo("REFUSED");

        links.takeBack(new TakeBackRefusal(profile, maren, amina, null));
        assertThat(state(maren)).isEqualTo("PROPOSED");
        assertThat(history()).hasSize(3);
    }

    @Test
    void takingBackTheRefusalOfALinkThatStoodLetsItStandAgain() {
        links.confirm(new ConfirmLink(profile, maren, amina, null));
        links.refuse(new RefuseLink(profile, maren, amina, null));
        assertThat(people.who(List.of(profile))).isEmpty();

        links.takeBack(new TakeBackRefusal(profile, maren, amina, null));

        assertThat(people.who(List.of(profile))).isEqualTo(Map.of(profile, maren));
    }

    @Test
    void whatDoesNotStandCannotBeTakenBack() {
        assertThatThrownBy(() -> links.withdraw(new WithdrawLink(profile, maren, amina, null)))
                .isInstanceOf(CannotLink.class);
        links.propose(List.of(proposal(maren)));
        assertThatThrownBy(() -> links.withdraw(new WithdrawLink(profile, maren, amina, null)))
                .hasMessageContaining("does not stand");
        assertThatThrownBy(() -> links.takeBack(new TakeBackRefusal(profile, maren, amina, null)))
                .hasMessageContaining("not refused");
    }

    @Test
    void proposalAgainOnTheSameEvidenceChangesNothing() {
        assertThat(links.propose(List.of(proposal(maren), proposal(leila)))).isEqualTo(2);
        assertThat(links.propose(List.of(proposal(maren), proposal(leila)))).isZero();
        assertThat(history()).hasSize(2);
    }

    @Test
    void nothingIsAskedAboutALinkedProfile() {
        links.confirm(new ConfirmLink(profile, maren, amina, null));

        assertThat(links.propose(List.of(proposal(leila)))).isZero();
    }

    @Test
    void ourOwnProfilesAndUnknownOnesAreNotLinked() {
        jdbc.sql("update conversations.profiles set side = 'US' where id = ?")
                .params(profile.value())
                .update();

        assertThatThrownBy(() -> links.confirm(new ConfirmLink(profile, maren, amina, null)))
                .hasMessageContaining("our own");
        assertThatThrownBy(() -> links.confirm(new ConfirmLink(new ProfileId(-1), maren, amina, null)))
                .hasMessageContaining("no such profile");
    }

    /** Whatever was decided in whatever order: undone step by step, every answer is again what it was at that step. */
    @Test
    void undoneStepByStepEveryAnswerIsWhatItWas() {
        IntStream.range(0, 40).forEach(seed -> {
            Random random = new Random(seed);
            ProfileId voice = new Voices(jdbc).profile("fediverse", "voice" + seed, "Voice");
            Deque<Map<ProfileId, PersonId>> answers = new ArrayDeque<>();
            Deque<Runnable> undos = new ArrayDeque<>();
            for (int step = 0; step < 12; step++) {
                Map<ProfileId, PersonId> before = people.who(List.of(voice));
                Runnable undo = decide(random, voice, random.nextBoolean() ? maren : leila);
                if (undo != null) {
                    answers.push(before);
                    undos.push(undo);
                }
            }
            while (!undos.isEmpty()) {
                undos.pop().run();
                assertThat(people.who(List.of(voice))).as("seed %d", seed).isEqualTo(answers.pop());
            }
        });
    }

    private @org.jspecify.annotations.Nullable Runnable decide(Random random, ProfileId voice, PersonId person) {
        PersonId standing = people.who(List.of(voice)).get(voice);
        switch (random.nextInt(3)) {
            case 0 -> {
                if (isRefused(voice, person)) {
                    return null;
                }
                if (standing != null) {
                    links.move(new MoveLink(voice, person, amina, null));
                    return () -> links.move(new MoveLink(voice, standing, amina, null));
                }
                links.confirm(new ConfirmLink(voice, person, amina, null));
                return () -> links.withdraw(new WithdrawLink(voice, person, amina, null));
            }
            case 1 -> {
                if (isRefused(voice, person)) {
                    return null;
                }
                links.refuse(new RefuseLink(voice, person, amina, null));
                return () -> links.takeBack(new TakeBackRefusal(voice, person, amina, null));
            }
            default -> {
                if (standing == null) {
                    return null;
                }
                links.withdraw(new WithdrawLink(voice, standing, amina, null));
                return () -> links.confirm(new ConfirmLink(voice, standing, amina, null));
            }
        }
    }

    private boolean isRefused(ProfileId voice, PersonId person) {
        return jdbc.sql(
                                "select count(*) from people.links where profile_id = ? and person_id = ? and state = 'REFUSED'")
                        .params(voice.value(), person.value())
                        .query(Long.class)
                        .single()
                == 1;
    }

    private ProposeLink proposal(PersonId person) {
        return new ProposeLink(profile, person, 0.7, SAME_NAME, "test 1");
    }

    private String state(PersonId person) {
        return jdbc.sql("select state from people.links where profile_id = ? and person_id = ?")
                .params(profile.value(), person.value())
                .query(String.class)
                .single();
    }

    private List<String> history() {
        return jdbc.sql("""
                        select e.state || ' ' || e.rules || coalesce(': ' || e.why, '') from people.link_events e
                        join people.links l on l.id = e.link_id where l.profile_id = ? order by e.id
                        """).params(profile.value()).query(String.class).list();
    }
}

package dev.rapport.people;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Voices;
import dev.rapport.people.CannotJoin.Why;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class HumansTests {

    @Autowired
    private Humans humans;

    @Autowired
    private Links links;

    @Autowired
    private People people;

    @Autowired
    private Grounds grounds;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private Customers customers;
    private Voices voices;
    private UserId agent;
    private PersonId maren;
    private PersonId twin;

    @BeforeEach
    void oneHumanInTwoRows() {
        customers = new Customers(jdbc);
        voices = new Voices(jdbc);
        agent = staff.agent().id();
        maren = customers.person("Maren Holt");
        twin = customers.person("M. Holt");
    }

    @Test
    void everythingOfBothIsReadThroughTheOneWhoLeadsAndComesBackApart() {
        ProfileId owl = linked("owl", twin);
        long halo = customers.product("Solvane", "Halo 10");
        customers.buys(maren, halo, "Halo 10", NOON.minusSeconds(86_400), null);

        humans.join(new JoinPersons(twin, maren, agent, "same street"));

        assertThat(people.who(List.of(owl))).isEqualTo(Map.of(owl, maren));
        assertThat(people.profilesOf(maren)).containsExactly(owl);
        assertThat(people.profilesOf(twin)).isEmpty();
        assertThat(humans.rows(twin)).containsExactly(maren, twin);

        humans.part(new PartPersons(twin, agent, null));

        assertThat(people.who(List.of(owl))).isEqualTo(Map.of(owl, twin));
        assertThat(people.profilesOf(maren)).isEmpty();
        assertThat(humans.rows(maren)).containsExactly(maren);
    }

    @Test
    void opinionStandsOnWhatTheOtherRowBought() {
        long halo = customers.product("Solvane", "Halo 10");
        customers.buys(maren, halo, "Halo 10", NOON.minusSeconds(86_400), null);
        ProfileId owl = linked("owl", twin);
        var conversation = voices.conversation(1, "thread", "PUBLIC", owl);
        var message = voices.says(conversation, owl, "My Halo 10 hums", NOON);
        voices.judges(message, "PRODUCT", halo, "Halo 10", "NEGATIVE", "Halo 10 hums");
        assertThat(grounds.ofMessages(List.of(message))).allMatch(ground -> !ground.isOnRecord());

        humans.join(new JoinPersons(twin, maren, agent, null));

        assertThat(grounds.ofMessages(List.of(message))).allMatch(Ground::isOnRecord);
    }

    @Test
    void whoLeadsOthersStandsUnderNobody() {
        PersonId third = customers.person("Maren Holt-Berg");
        humans.join(new JoinPersons(twin, maren, agent, null));

        assertThatThrownBy(() -> humans.join(new JoinPersons(maren, third, agent, null)))
                .isInstanceOfSatisfying(
                        CannotJoin.class, refused -> assertThat(refused.why()).isEqualTo(Why.LEADS_OTHERS));
        assertThatThrownBy(() -> humans.join(new JoinPersons(maren, maren, agent, null)))
                .isInstanceOf(CannotJoin.class);
        humans.join(new JoinPersons(third, twin, agent, null));
        assertThat(humans.human(third)).isEqualTo(maren);
    }

    @Test
    void twoHumansAreRememberedAsTwo() {
        humans.join(new JoinPersons(twin, maren, agent, null));
        humans.keepApart(new KeepApart(twin, maren, agent, "mother and daughter"));

        assertThat(humans.rows(maren)).containsExactly(maren);
        assertThat(jdbc.sql("select people.are_several(array[?::bigint, ?::bigint])")
                        .params(maren.value(), twin.value())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /** Whatever is linked, joined, moved and taken back in whatever order: undone in reverse, everything is as it was. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoneInReverseEverythingIsAsItWas(long seed) {
        Random dice = new Random(seed);
        List<PersonId> persons = new ArrayList<>(List.of(maren, twin));
        for (int i = 0; i < 3; i++) {
            persons.add(customers.person("Person " + i));
        }
        List<ProfileId> profiles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            profiles.add(voices.profile("forum", "voice" + i, "Voice " + i));
        }
        Deque<Runnable> undo = new ArrayDeque<>();
        Deque<String> states = new ArrayDeque<>();
        for (int i = 0; i < 30; i++) {
            states.push(who(profiles));
            PersonId one = persons.get(dice.nextInt(persons.size()));
            PersonId other = persons.get(dice.nextInt(persons.size()));
            ProfileId profile = profiles.get(dice.nextInt(profiles.size()));
            Runnable back = dice.nextBoolean() ? link(profile, one) : join(one, other);
            if (back == null) {
                states.pop();
            } else {
                undo.push(back);
            }
        }
        while (!undo.isEmpty()) {
            undo.pop().run();
            assertThat(who(profiles)).isEqualTo(states.pop());
        }
    }

    private @Nullable Runnable link(ProfileId profile, PersonId person) {
        if (!people.who(List.of(profile)).isEmpty()) {
            return null;
        }
        try {
            links.confirm(new ConfirmLink(profile, person, agent, null));
            return () -> links.withdraw(new WithdrawLink(profile, person, agent, null));
        } catch (CannotLink stands) {
            return null;
        }
    }

    private @Nullable Runnable join(PersonId person, PersonId leading) {
        if (!humans.human(person).equals(person) || humans.human(leading).equals(person)) {
            return null;
        }
        try {
            humans.join(new JoinPersons(person, leading, agent, null));
            return () -> humans.part(new PartPersons(person, agent, null));
        } catch (CannotJoin refused) {
            return null;
        }
    }

    private String who(List<ProfileId> profiles) {
        return people.who(profiles).entrySet().stream()
                .map(each -> each.getKey().value() + "=" + each.getValue().value())
                .sorted()
                .toList()
                .toString();
    }

    private ProfileId linked(String handle, PersonId person) {
        ProfileId profile = voices.profile("fediverse", handle, handle);
        links.confirm(new ConfirmLink(profile, person, agent, null));
        return profile;
    }
}

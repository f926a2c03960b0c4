package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.Users;
import dev.rapport.cases.Cases;
import dev.rapport.channels.Inboxes;
import dev.rapport.conversations.Conversations;
import dev.rapport.conversations.Messages;
import dev.rapport.conversations.ReplyTo;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.Imports;
import dev.rapport.journeys.support.Eventually;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One database for all: refused while it held something else, then begun, killed half-way, begun again. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "rapport.demo=true")
@TestInstance(Lifecycle.PER_CLASS)
class LaysWorldTests {

    @Autowired
    LaysWorld lays;

    @Autowired
    WorldFiles files;

    @Autowired
    Town town;

    @Autowired
    Messages messages;

    @Autowired
    Conversations conversations;

    @Autowired
    Cases cases;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Imports imports;

    @Autowired
    Users users;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void world() {
        transaction.executeWithoutResult(status -> {
            inboxes.findOrMake("import", "Somebody's own", "somewhere");
            assertThatThrownBy(() -> lays.lay(step -> {})).isInstanceOf(HoldsRealData.class);
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> lays.lay(this::dieBeforeTheVoices)).isInstanceOf(Killed.class);
        assertThat(lays.lay(step -> {})).isTrue();
    }

    @Test
    void worldIsLaidOnceAndNotTwice() {
        long imported = imports.newest(0, 100).size();

        assertThat(lays.lay(step -> {})).isFalse();

        assertThat(imports.newest(0, 100)).hasSize((int) imported);
    }

    @Test
    void everyFileIsTakenWithoutARefusedLine() {
        List<Import> all = imports.newest(0, 100);

        assertThat(all).extracting(Import::kind).contains("catalogue", "persons", "purchases", "contracts", "messages");
        assertThat(all).allMatch(one -> one.progress().refused() == 0);
        assertThat(all.stream()
                        .filter(one -> one.kind().equals("messages"))
                        .mapToLong(one -> one.progress().added())
                        .sum())
                .isEqualTo(400);
    }

    @Test
    void fourHundredMessagesAreUnderstoodInThreeLanguages() {
        assertThat(
                        number(
                                "select count(distinct remote_id) from conversations.heard where remote_id ~ '^[fvrkmt][0-9]+$'"))
                .isEqualTo(400);
        assertThat(jdbc.sql("""
                        select language from understanding.readings where language is not null
                        group by language having count(*) >= 20
                        """).query(String.class).list()).containsExactlyInAnyOrder("en", "fr", "de");
    }

    @Test
    void fortyCustomersHaveBoughtAndOneWhoMattersHasNot() {
        assertThat(number("""
                select count(distinct n.person_id) from people.customer_numbers n
                join commerce.purchases p on (p.customer_source, p.customer_number) = (n.source, n.number)
                """)).isEqualTo(40);
        assertThat(number("select count(*) from people.persons")).isEqualTo(41);
        assertThat(number("select count(*) from commerce.returns")).isEqualTo(2);
        assertThat(number("""
                select count(*) from commerce.purchases p where not exists (
                  select 1 from people.customer_numbers n where (n.source, n.number) = (p.customer_source, p.customer_number))
                """)).isEqualTo(1);
    }

    @Test
    void aProfileHangsOnTheWrongOneOfTwoPersonsOfOneNameAndSomebodyDoubtsIt() {
        Messages.Placed asks = messages.find("Fediverse", "v102").orElseThrow();

        assertThat(jdbc.sql("""
                        select p.city from people.who_v w join people.persons p on p.id = w.person_id where w.profile_id = ?
                        """)
                        .params(Objects.requireNonNull(asks.profile()).value())
                        .query(String.class)
                        .single())
                .isEqualTo("Leipzig");
        assertThat(cases.caseOf(asks.conversation())).isPresent();
        assertThat(number("select count(*) from cases.notes where words like '%Schlossberg%'"))
                .isEqualTo(1);
    }

    @Test
    void manyProfilesAreRecognisedAndOneThatSaysMuchBelongsToNobody() {
        assertThat(number("select count(*) from people.who_v")).isGreaterThan(25);
        assertThat(number("""
                select count(*) from conversations.profiles p
                where p.handle in ('grumbleweed', 'brackwater') and p.id not in (select profile_id from people.who_v)
                """)).isEqualTo(2);
    }

    @Test
    void staffIsAtWork() {
        assertThat(users.active()).hasSize(7);
        assertThat(number("select count(*) from cases.cases where state = 'OPEN'"))
                .isBetween(12L, 60L);
        assertThat(number("select count(*) from cases.cases where assignee_id is not null"))
                .isGreaterThan(5);
        assertThat(number("select count(*) from cases.resolutions")).isGreaterThan(5);
        assertThat(number("select count(*) from cases.worklist where state = 'SNOOZED'"))
                .isEqualTo(2);
    }

    @Test
    void stockIsSaidOnceAndThenThereIsQuiet() throws Exception {
        String said = "select count(distinct remote_id) from conversations.heard where remote_id ~ '^s[0-9]+$'";
        KeepsTalking talking = new KeepsTalking(files, town, messages, Clock.systemUTC(), 0);
        talking.start();
        Eventually.until("all is said", () -> number(said) == 60);
        talking.stop();
        assertThat(talking.isRunning()).isFalse();
        long rows = number("select count(*) from conversations.heard where remote_id ~ '^s[0-9]+$'");

        talking.start();
        Thread.sleep(200);
        talking.stop();

        assertThat(number("select count(*) from conversations.heard where remote_id ~ '^s[0-9]+$'"))
                .isEqualTo(rows)
                .isEqualTo(60);
    }

    @Test
    void answeringStartsAConversationWithWhoeverHasSomethingToSay() {
        Messages.Placed asks = messages.find("Care mail", "m47").orElseThrow();

        conversations.reply(new ReplyTo(
                asks.conversation(), users.firstOwner().orElseThrow().id(), "Five sets are on their way.", asks.id()));

        assertThat(number("select count(*) from channels.outbox where conversation_id = "
                        + asks.conversation().value()))
                .isEqualTo(1);
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private void dieBeforeTheVoices(String step) {
        if (step.contains("voices")) {
            throw new Killed();
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

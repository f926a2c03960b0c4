package dev.rapport.desk.home;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cases.AssignCase;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.OpenCase;
import dev.rapport.cases.WriteNote;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class HomeControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Cases cases;

    @Autowired
    private VoiceReads voiceReads;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private Customers customers;
    private User agent;
    private ProfileId ada;
    private ConversationId conversation;

    @BeforeEach
    void aVoice() {
        voices = new Voices(jdbc);
        customers = new Customers(jdbc);
        agent = staff.agent();
        ada = voices.profile("mail", "ada@example.org", "Ada Byron");
        conversation = voices.conversation(1, "home-1", "PRIVATE", ada);
        voices.says(conversation, ada, "The charger stops", NOON);
    }

    @Test
    void newHouseIsLedThroughItsFirstSteps() {
        assertThat(home()).hasStatusOk().bodyText().contains("First steps", "kind=persons", "Nothing waits for you");
    }

    @Test
    void ownCasesAndThoseOfNobodyStandApart() {
        CaseId id = cases.open(OpenCase.byHand(conversation, null, ""));
        assertThat(home()).bodyText().contains("Nobody has these yet", "Ada Byron", "view=unassigned");
        cases.assign(new AssignCase(id, agent.id(), agent.id(), null));
        assertThat(home())
                .bodyText()
                .contains("/inbox/" + conversation.value() + "?view=mine")
                .doesNotContain("Nothing waits for you", "Nobody has these yet");
    }

    @Test
    void noteThatCallsIsShownUntilItsThreadIsOpened() {
        cases.note(new WriteNote(conversation, staff.manager().id(), "@Amina please look"));
        assertThat(home()).bodyText().contains("A colleague called you.", "please look");
        assertThat(get("/home/count")).bodyText().contains("1");
        assertThat(get("/inbox/" + conversation.value())).hasStatusOk();
        assertThat(home()).bodyText().doesNotContain("please look");
        assertThat(get("/home/count")).bodyText().isBlank();
    }

    @Test
    void linksAskWhoItIs() {
        PersonId person = customers.person("Ada Lovelace");
        long link = customers.mayBe(ada, person, NOON);
        assertThat(home()).bodyText().contains("Who is it?", "Ada Lovelace</bdi>?", "/links#link-" + link);
    }

    @Test
    void channelThatHearsNothingIsNamed() {
        jdbc.sql("""
                        insert into channels.inboxes (kind, name, network, pulls, state, deaf_since)
                        values ('mail', 'Old mailbox', 'mail', true, 'NEEDS_SIGN_IN', now() - interval '3 hours')
                        """).update();
        assertThat(home()).bodyText().contains("Old mailbox", "Hears nothing since");
    }

    @Test
    void praiseAndBlameAreCountedByDayAndComparedByWeek() {
        long halo = customers.product("Nordlicht", "Halo 10");
        Instant now = Instant.now();
        judged(halo, "NEGATIVE", now);
        judged(halo, "NEGATIVE", now.minus(Duration.ofDays(1)));
        judged(halo, "POSITIVE", now.minus(Duration.ofDays(9)));
        judged(halo, "NEGATIVE", now.minus(Duration.ofDays(40)));
        Lately found = voiceReads.lately(ZoneOffset.UTC);
        assertThat(found.curve().days()).hasSize(VoiceReads.DAYS);
        assertThat(found.curve().last().bad()).isEqualTo(1);
        assertThat(found.curve().bad()).isEqualTo(2);
        assertThat(found.curve().good()).isEqualTo(1);
        assertThat(found.changes()).contains(new Lately.Change("Halo 10", 0, 2, 1, 0));
    }

    private void judged(long product, String polarity, Instant when) {
        MessageId message = voices.says(conversation, ada, "The Halo 10 again", when);
        voices.judges(message, "PRODUCT", product, "Halo 10", polarity, "The Halo 10 again");
        jdbc.sql("update conversations.conversations set last_said_at = ? where id = ?")
                .params(Instant.now().atOffset(ZoneOffset.UTC), conversation.value())
                .update();
    }

    private MockMvcRequestBuilder home() {
        return get("/home");
    }

    private MockMvcRequestBuilder get(String path) {
        return mvc.get()
                .uri(path)
                .with(authentication(new TestingAuthenticationToken(agent, "", "ROLE_VIEWER", "ROLE_AGENT")));
    }
}

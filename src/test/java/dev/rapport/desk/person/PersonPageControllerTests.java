package dev.rapport.desk.person;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.OpenCase;
import dev.rapport.cast.Customers;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class PersonPageControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Cases cases;

    @Autowired
    private TimelineReads timelines;

    @Autowired
    private PersonPageReads persons;

    @Autowired
    private SpeakerReads speakers;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private Customers customers;
    private PersonId amira;
    private ProfileId profile;
    private ConversationId conversation;
    private CaseId opened;
    private long halo;
    private long link;

    @BeforeEach
    void aCustomerWhoComplains() {
        voices = new Voices(jdbc);
        customers = new Customers(jdbc);
        amira = customers.person("Amira <b>Lindqvist</b>");
        halo = customers.product("Nordlicht", "Halo 10");
        customers.buys(amira, halo, "Halo 10", NOON.minus(Duration.ofDays(60)), LocalDate.of(2028, 9, 13));
        profile = voices.profile("mastodon", "amira_charges", "amira");
        conversation = voices.conversation(1, "person-1", "PUBLIC", profile);
        MessageId message = voices.says(conversation, profile, "The Halo 10 is broken again", NOON);
        voices.judges(message, "PRODUCT", halo, "Halo 10", "NEGATIVE", "The Halo 10 is broken");
        opened = cases.open(OpenCase.byHand(conversation, null, "told on the phone"));
        link = customers.isLinked(profile, amira, NOON);
    }

    @Test
    void timelineWeavesWhatWasSaidBoughtWorkedOnAndLinked() {
        assertThat(page(""))
                .hasStatusOk()
                .bodyText()
                .contains("Amira &lt;b&gt;Lindqvist", "Customer since", "September 2026", "Uppsala, Sweden", "Swedish")
                .contains("/inbox/" + conversation.value() + "#message-", "88-20417", "/cases/" + opened)
                .contains("Linked profile", "amira_charges", "91%", "/links/" + link + "/confirmation")
                .contains("The name shown, Amira Lindqvist, is one of theirs; true of one other as well")
                .doesNotContain("<b>Lindqvist");
    }

    @Test
    void opinionSaysWhatWasHeldWhenItWasSaid() {
        assertThat(page("?show=said")).bodyText().contains("about", "Halo 10</bdi></b> · bought", "13 Sept 2028");
        MessageId early = voices.says(conversation, profile, "Is the Halo 10 good?", NOON.minus(Duration.ofDays(90)));
        voices.judges(early, "PRODUCT", halo, "Halo 10", "POSITIVE", "Halo 10 good");
        assertThat(page("?show=said")).bodyText().contains("not on record");
    }

    @Test
    void tabShowsItsOwnKindAlone() {
        assertThat(page("?show=bought"))
                .bodyText()
                .contains("88-20417", "Said <b>1</b>", "Links <b>1</b>")
                .doesNotContain("#message-", "class=\"link\" type=\"submit\"");
    }

    @Test
    void pagesOfTheTimelineMeetWithoutGapOrDouble() {
        for (int i = 0; i < 60; i++) {
            voices.says(conversation, profile, "Once more " + i, NOON.minusSeconds(i / 3));
            customers.buys(amira, halo, "Halo 10", NOON.minusSeconds(i / 2), null);
        }
        User agent = staff.agent();
        List<Point> seen = new ArrayList<>();
        Point after = Point.NOW;
        while (after != null) {
            TimelinePart part = timelines.part(amira.value(), Show.ALL, after, List.of(), agent);
            part.months().forEach(month -> month.moments().forEach(each -> seen.add(each.point())));
            after = part.older();
        }
        assertThat(seen).hasSize(124).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void linkThatIsTakenBackLeavesEverythingAsItWasBefore() {
        ProfileId other = voices.profile("forum", "lindqvist.off.grid", "L. off grid");
        ConversationId elsewhere = voices.conversation(1, "person-2", "PUBLIC", other);
        voices.says(elsewhere, other, "Same here", NOON.plusSeconds(60));
        List<Object> before = seenOf(other);
        long second = customers.isLinked(other, amira, NOON);
        assertThat(seenOf(other)).isNotEqualTo(before);
        customers.becomes(second, "WITHDRAWN", NOON.plusSeconds(5));
        assertThat(seenOf(other)).isEqualTo(before);
    }

    @Test
    void pagesNeverWalkAllMessages() {
        jdbc.sql("set local enable_seqscan = off").update();
        long before = walks();
        assertThat(page("")).hasStatusOk();
        assertThat(walks()).isEqualTo(before);
    }

    @Test
    void viewerSeesReasonsAndNoButtons() {
        assertThat(mvc.get().uri("/people/" + amira.value()).with(authentication(as(staff.viewer()))))
                .hasStatusOk()
                .bodyText()
                .contains("is one of theirs")
                .doesNotContain("/links/" + link + "/confirmation", "/edit\"");
    }

    @Test
    void nobodyIsMissing() {
        assertThat(get("/people/999999999")).hasStatus(404);
    }

    private List<Object> seenOf(ProfileId other) {
        User agent = staff.agent();
        long person = amira.value();
        return List.of(
                timelines.part(person, Show.SAID, Point.NOW, List.of(), agent),
                timelines.part(person, Show.CASES, Point.NOW, List.of(), agent),
                persons.profiles(person, agent.language()),
                persons.opinions(person),
                speakers.of(other.value(), agent),
                speakers.voices(other.value()));
    }

    private long walks() {
        return jdbc.sql("""
                        select coalesce(seq_scan, 0) from pg_stat_xact_user_tables
                        where schemaname = 'conversations' and relname = 'messages'
                        """).query(Long.class).single();
    }

    private MockMvcRequestBuilder page(String query) {
        return get("/people/" + amira.value() + query);
    }

    private MockMvcRequestBuilder get(String path) {
        return mvc.get().uri(path).with(authentication(as(staff.agent())));
    }

    private static TestingAuthenticationToken as(User user) {
        String[] roles = user.canAnswer() ? new String[] {"ROLE_VIEWER", "ROLE_AGENT"} : new String[] {"ROLE_VIEWER"};
        return new TestingAuthenticationToken(user, "", roles);
    }
}

package dev.rapport.desk;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.OpenCase;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.desk.words.Place;
import dev.rapport.shared.ProfileId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class InboxControllerTests {

    private static final String HOSTILE = "<script>alert(1)</script> The charger stops";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Cases cases;

    @Autowired
    private InboxReads reads;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private ProfileId ada;
    private ConversationId conversation;
    private MessageId message;
    private CaseId id;

    @BeforeEach
    void aCase() {
        voices = new Voices(jdbc);
        ada = voices.profile("mail", "ada@example.org", "Ada <b>Byron</b>");
        conversation = voices.conversation(1, "thread-1", "PRIVATE", ada);
        message = voices.says(conversation, ada, HOSTILE, NOON);
        voices.reads(message, "NEGATIVE", 20, "COMPLAINT");
        voices.judges(message, "BRAND", 1, "charger", "NEGATIVE", "The charger stops");
        id = cases.open(OpenCase.byHand(conversation, null, "told on the phone"));
    }

    @Test
    void wholePageHasTheThreePanesAndHostileWordsStayWords() {
        assertThat(get("/inbox/" + conversation.value(), staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "id=\"rows\"", "id=\"thread\"", "id=\"about\"", "case " + id)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "data-is=\"bad\">The <b>charger</b> stops ")
                .doesNotContain("<script>alert", "<b>Byron");
    }

    @Test
    void htmxGetsTheThreadAloneAndTheComposerIsNoPartOfWhatIsRefreshed() {
        assertThat(get("/inbox/" + conversation.value(), staff.agent())
                        .header("HX-Request", "true")
                        .header("HX-Target", "thread"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"thread\"", "hx-swap-oob=\"true\"")
                .doesNotContain("<!doctype", "id=\"rows\"");
        assertThat(get("/inbox/" + conversation.value() + "/messages", staff.agent()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("id=\"composer\"", "textarea");
    }

    @Test
    void viewerReadsAndCannotAnswer() {
        User viewer = staff.viewer();
        assertThat(get("/inbox/" + conversation.value(), viewer))
                .hasStatusOk()
                .bodyText()
                .contains("needs the role of an agent")
                .doesNotContain("id=\"note-text\"", "popovertarget=\"resolve\"");
        assertThat(send(HttpMethod.POST, "/inbox/" + conversation.value() + "/notes", viewer)
                        .param("note", "x"))
                .hasStatus(403);
        assertThat(send(HttpMethod.POST, "/cases/" + id + "/resolution", viewer).param("reason", "SOLVED"))
                .hasStatus(403);
    }

    @Test
    void inboxThatCannotSendSaysSoAndTakesNotes() {
        User agent = staff.agent();
        assertThat(get("/inbox/" + conversation.value(), agent)).bodyText().contains("cannot send replies");
        assertThat(send(HttpMethod.POST, "/inbox/" + conversation.value() + "/notes", agent)
                        .param("note", "@Jonas please look")
                        .header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Note kept");
        assertThat(get("/inbox/" + conversation.value() + "/messages", agent))
                .bodyText()
                .contains("class=\"mention\">@Jonas", "please look");
    }

    @Test
    void whatIsBegunIsKeptUntilItIsEmptied() {
        User agent = staff.agent();
        String draft = "/inbox/" + conversation.value() + "/draft";
        assertThat(send(HttpMethod.PUT, draft, agent).param("kind", "NOTE").param("words", "half a thought"))
                .hasStatus(204);
        assertThat(get("/inbox/" + conversation.value(), agent)).bodyText().contains("half a thought");
        assertThat(send(HttpMethod.PUT, draft, agent).param("kind", "NOTE").param("words", " "))
                .hasStatus(204);
        assertThat(get("/inbox/" + conversation.value(), agent)).bodyText().doesNotContain("half a thought");
    }

    @Test
    void resolvingLooksAtTheVersionThatWasSeen() {
        User agent = staff.agent();
        String resolution = "/cases/" + id + "/resolution";
        assertThat(send(HttpMethod.POST, resolution, agent)
                        .param("reason", "SOLVED")
                        .param("version", "99"))
                .hasStatus(409);
        assertThat(send(HttpMethod.POST, resolution, agent)
                        .param("reason", "SOLVED")
                        .param("version", "1")
                        .header("HX-Request", "true"))
                .hasStatusOk()
                .hasHeader("HX-Trigger", "case-changed");
        assertThat(get("/inbox/rows?view=everyone&state=resolved", agent))
                .bodyText()
                .contains("Ada");
    }

    @Test
    void pagesOfTheListMeetWithoutGapOrDouble() {
        for (int i = 0; i < 95; i++) {
            ConversationId more = voices.conversation(1, "more-" + i, "PUBLIC", ada);
            voices.says(more, ada, "Nothing works " + i, NOON.plusSeconds(i / 3));
            cases.open(new OpenCase(more, null, null, null, "", null, null, 0, 0, i % 2 == 0 ? i / 4 + 1 : null));
        }
        for (String state : List.of("open", "all")) {
            assertThat(walked(state)).hasSize(96).doesNotHaveDuplicates();
        }
    }

    @Test
    void searchFindsTheBeginningOfAWordAndMarksIt() {
        assertThat(get("/messages?words=charg", staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("1 found", "<mark class=\"hit-words\">charger</mark>")
                .doesNotContain("<script>alert");
        assertThat(get("/messages?words=' | & ! :* \\", staff.viewer())).hasStatusOk();
    }

    @Test
    void searchFindsMessagesByTheReasonReadInThem() {
        voices.turnsToUsFor(message, "faulty");

        assertThat(get("/search?reason=faulty", staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("1 found", "<option value=\"faulty\" selected>Faulty</option>");
        assertThat(get("/search?reason=late", staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing found");
    }

    @Test
    void caseHasAPageOfItsOwn() {
        assertThat(get("/cases/" + id, staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("case-" + id, "told on the phone", "/inbox/" + conversation.value());
        assertThat(get("/cases/99999999", staff.viewer())).hasStatus(404);
    }

    private List<Long> walked(String state) {
        List<Long> seen = new ArrayList<>();
        Selection selection = Selection.of("everyone", state);
        Place after = null;
        do {
            InboxList page = reads.list(selection, after, 0, staff.agent());
            page.rows().forEach(row -> seen.add(row.id()));
            after = page.older();
        } while (after != null);
        return seen;
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method)
                .uri(path)
                .with(authentication(Staff.signedIn(user)))
                .with(csrf());
    }
}

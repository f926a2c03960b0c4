package dev.rapport.understanding.web;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ProfileId;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.CareRule;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.Change;
import dev.rapport.understanding.CorrectReading;
import dev.rapport.understanding.Correction;
import dev.rapport.understanding.Corrections;
import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Rereadings;
import dev.rapport.understanding.Wording;
import dev.rapport.understanding.WritePattern;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class UnderstandingScreensTests {

    private static final String NASTY = "<script>alert(1)</script> & \"quotes\"";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Corrections corrections;

    @Autowired
    private CareRules rules;

    @Autowired
    private Rereadings rereadings;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private ProfileId owl;
    private ConversationId conversation;

    @BeforeEach
    void somebodySpeaks() {
        long inbox = jdbc.sql("""
                        insert into channels.inboxes (kind, name, network, pulls) values ('forum', 'Owls', 'forum', false)
                        returning id
                        """).query(Long.class).single();
        voices = new Voices(jdbc);
        owl = voices.profile("forum", "owl", "Owl");
        conversation = voices.conversation(inbox, "thread", "PUBLIC", owl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"teach", "scorecard", "rules", "reasons", "reread"})
    void everyPageIsOpenToWhoeverLooksAndSaysWhereItIs(String page) {
        assertThat(get("/understanding/" + page, staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/understanding/" + page + "\" aria-current=\"page\"");
    }

    @Test
    void nothingToTeachIsSaid() {
        assertThat(get("/understanding/teach", staff.agent())).bodyText().contains("Nothing to teach");
        assertThat(get("/understanding", staff.agent())).hasRedirectedUrl("/understanding/teach");
    }

    @Test
    void readingIsTaughtAndTheNextIsShown() {
        MessageId first = heard("The left one ships in a blue box", "NEUTRAL");
        MessageId second = heard("Mine came in a red one", "NEUTRAL");
        assertThat(get("/understanding/teach", staff.agent()))
                .bodyText()
                .contains("1 of 2", "90% sure", "Mine came in a red one");

        assertThat(teach(second, "NEGATIVE", staff.agent())
                        .param("left", first.value() + ".1")
                        .param("of", "2"))
                .hasStatus(303)
                .hasRedirectedUrl("/understanding/teach?left=" + first.value() + ".1&of=2&taught=1");

        assertThat(get("/understanding/teach?left=" + first.value() + ".1&of=2&taught=1", staff.agent()))
                .bodyText()
                .contains("2 of 2", "The left one ships")
                .containsPattern("neutral</s>.*<b>bad</b>");
        assertThat(corrections.of(second))
                .extracting(Correction::change)
                .containsExactly(new Change.PolarityIs(Polarity.NEGATIVE));
        assertThat(get("/understanding/teach?left=&of=2&taught=1", staff.agent()))
                .bodyText()
                .contains("1 taught", "It counts already");
    }

    @Test
    void correctionIsTakenBack() {
        MessageId message = heard("The left one ships in a blue box", "NEUTRAL");
        long id = corrections.correct(said(message, Polarity.NEGATIVE)).value();

        assertThat(send(HttpMethod.DELETE, "/understanding/teach/" + id, staff.viewer()))
                .hasStatus(403);
        assertThat(send(HttpMethod.DELETE, "/understanding/teach/" + id, staff.agent()))
                .hasRedirectedUrl("/understanding/teach");
        assertThat(corrections.of(message)).isEmpty();
    }

    @Test
    void messageThatIsGoneTeachesNothing() {
        MessageId message = heard("The left one ships in a blue box", "NEUTRAL");
        jdbc.sql("update conversations.messages set deleted_at = now() where id = ?")
                .params(message.value())
                .update();

        assertThat(teach(message, "NEGATIVE", staff.agent())).hasStatus(303);
        assertThat(corrections.of(message)).isEmpty();
        assertThat(get("/understanding/teach?left=" + message.value() + ".1&of=1", staff.agent()))
                .bodyText()
                .contains("None taught");
    }

    @Test
    void viewersAreNotAskedAndCannotTeach() {
        MessageId message = heard("The left one ships in a blue box", "NEUTRAL");

        assertThat(get("/understanding/teach", staff.viewer()))
                .bodyText()
                .contains("blue box")
                .doesNotContain("Right as it is");
        assertThat(teach(message, "NEGATIVE", staff.viewer())).hasStatus(403);
    }

    @Test
    void scorecardSaysOnHowMuchItStands() {
        assertThat(get("/understanding/scorecard", staff.viewer()))
                .bodyText()
                .contains("Nobody has looked yet", "Measured from 20");

        corrections.correct(said(heard("The left one ships in a blue box", "POSITIVE"), Polarity.NEGATIVE));
        corrections.correct(said(heard("Lovely", "POSITIVE"), Polarity.POSITIVE));

        assertThat(get("/understanding/scorecard", staff.viewer()))
                .bodyText()
                .contains(
                        "Only 2 messages were looked at",
                        "1 of 2 were right as they were",
                        "<td data-level=\"2\" data-is=\"right\">1</td>",
                        "<td data-level=\"2\" data-is=\"wrong\">1</td>",
                        "<circle");
    }

    @Test
    void ruleIsTriedWrittenAndRemoved() {
        heard("<b>Still</b> in the queue for the Friday parcels", "NEUTRAL");

        assertThat(get(
                        "/understanding/rules/trial?language=en&failure=late&points=40&pattern=queue for ~ parcels",
                        staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "1 message",
                        "&lt;b&gt;Still&lt;/b&gt; in the <mark class=\"hit-words\">queue for the Friday parcels</mark>")
                .doesNotContain("<html");
        assertThat(get("/understanding/rules/trial?language=en&pattern=queue for ~ parcels", staff.manager()))
                .bodyText()
                .contains("1 message");
        assertThat(get("/understanding/rules/trial?language=en&pattern=~ parcels", staff.manager()))
                .bodyText()
                .contains("Begin and end with a word");
        assertThat(write("queue for ~ parcels", "40", staff.manager()).param("do", "preview"))
                .hasStatusOk()
                .bodyText()
                .contains("hit-words");
        assertThat(own()).isEmpty();

        assertThat(write("queue for ~ parcels", "40", staff.manager()))
                .hasRedirectedUrl("/understanding/rules?show=OWN");
        assertThat(get("/understanding/rules?show=OWN", staff.viewer()))
                .bodyText()
                .contains("queue for ~ parcels", "1 pattern", "40 points")
                .contains("1 recent message was read with other rules")
                .doesNotContain("Switch off");

        String address = "/understanding/rules/" + own().getFirst().id();
        assertThat(send(HttpMethod.PUT, address, staff.manager())
                        .param("language", "en")
                        .param("failure", "waiting")
                        .param("points", "50")
                        .param("pattern", "queue for the parcels"))
                .hasStatus(303);
        assertThat(own())
                .singleElement()
                .satisfies(rule -> assertThat(rule.pattern().pattern()).isEqualTo("queue for the parcels"));

        assertThat(send(
                        HttpMethod.DELETE,
                        "/understanding/rules/" + own().getFirst().id(),
                        staff.manager()))
                .hasStatus(303);
        assertThat(own()).isEmpty();
        assertThat(jdbc.sql("select action from access.audit_entries order by id")
                        .query(String.class)
                        .list())
                .containsSubsequence("care-pattern.written", "care-pattern.written", "care-pattern.removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~ bag", "one; two", "a/b a/b a/b a/b a/b a/b a/b a/b a/b a/b a/b a/b", "#"})
    void patternWithAProblemIsSentBackWithIt(String pattern) {
        assertThat(write(pattern, "40", staff.manager()))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"pattern-problem\"");
        assertThat(own()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "many", ""})
    void pointsThatAreNoneAreSentBack(String points) {
        assertThat(write("queue", points, staff.manager()))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"points-problem\"");
    }

    @Test
    void whatWasWrittenIsShownAsWords() {
        rules.write(new WritePattern(
                "en", NASTY, 10, "shown " + NASTY, null, staff.manager().id()));
        rules.write(CareReason.named(NASTY, "words " + NASTY));
        heard(NASTY, "NEUTRAL");

        for (String page : List.of("rules?show=OWN", "rules/" + own().getFirst().id(), "reasons", "teach")) {
            assertThat(get("/understanding/" + page, staff.manager()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void shippedRuleIsSwitchedOffAndRestored() {
        CareRule shipped = rules.all().stream()
                .filter(Predicate.not(CareRule::own))
                .findFirst()
                .orElseThrow();
        String address = "/understanding/rules/" + shipped.id();

        assertThat(send(HttpMethod.DELETE, address, staff.agent())).hasStatus(403);
        assertThat(send(HttpMethod.DELETE, address, staff.manager())).hasStatus(303);
        assertThat(get("/understanding/rules?show=OFF", staff.manager()))
                .bodyText()
                .contains("Switched off", shipped.id());

        assertThat(send(HttpMethod.DELETE, address + "/changes", staff.manager()))
                .hasStatus(303);
        assertThat(rules.find(shipped.id())).contains(shipped);
    }

    @Test
    void agentsLookAtRulesAndReasonsAndChangeNeither() {
        assertThat(get("/understanding/rules", staff.agent())).bodyText().doesNotContain("New pattern");
        assertThat(get("/understanding/rules/new", staff.agent())).hasStatus(403);
        assertThat(get("/understanding/rules/trial?pattern=a", staff.agent())).hasStatus(403);
        assertThat(write("queue", "40", staff.agent())).hasStatus(403);
        assertThat(get("/understanding/reasons", staff.agent())).bodyText().doesNotContain("New reason");
        assertThat(send(HttpMethod.POST, "/understanding/reasons", staff.agent())
                        .param("name", "Gift"))
                .hasStatus(403);
        assertThat(send(HttpMethod.DELETE, "/understanding/reasons/late", staff.agent()))
                .hasStatus(403);
        assertThat(send(HttpMethod.POST, "/understanding/reread", staff.agent()))
                .hasStatus(403);
    }

    @Test
    void listOfRulesIsFilteredAndTurned() {
        assertThat(get("/understanding/rules?language=fr&failure=waiting", staff.viewer()))
                .bodyText()
                .contains("en attente depuis")
                .doesNotContain("put me on hold");
        assertThat(get("/understanding/rules?page=1", staff.viewer()))
                .bodyText()
                .contains("Before", "After");
        assertThat(get("/understanding/rules?words=zzzz", staff.viewer()))
                .bodyText()
                .contains("No pattern of this kind");
    }

    @Test
    void reasonIsAddedNamedAndRetired() {
        MessageId message = heard("Could it be wrapped as a gift", "NEUTRAL");
        jdbc.sql("update understanding.readings set reason = 'gift-wrapping' where message_id = ?")
                .params(message.value())
                .update();

        assertThat(reason(HttpMethod.POST, "", "Gift wrapping", "gift wrapping; wrapped as a gift"))
                .hasStatus(303);
        assertThat(get("/understanding/reasons", staff.viewer()))
                .bodyText()
                .contains("Gift wrapping", "wrapped as a gift", "once", "1 of the 1 newest readings");
        assertThat(reason(HttpMethod.POST, "", "gift WRAPPING", "")).hasStatus(422);
        assertThat(reason(HttpMethod.POST, "", " ", "")).hasStatus(422);
        assertThat(reason(HttpMethod.POST, "", "Bows", "~ bow"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"words-problem\"");

        assertThat(reason(HttpMethod.PUT, "/gift-wrapping", "Presents", "as a gift"))
                .hasStatus(303);
        assertThat(rules.reasons()).contains(new CareReason("gift-wrapping", "Presents", "as a gift"));

        assertThat(send(HttpMethod.DELETE, "/understanding/reasons/gift-wrapping", staff.manager()))
                .hasStatus(303);
        assertThat(get("/understanding/reasons", staff.manager())).bodyText().contains("Take up again");
        assertThat(send(HttpMethod.POST, "/understanding/reasons/gift-wrapping/use", staff.manager()))
                .hasStatus(303);
        assertThat(rules.reasons()).extracting(CareReason::key).contains("gift-wrapping");
    }

    @Test
    void historyIsLookedAtAndReadAgain() {
        heard("This is terrible, still no bag", "POSITIVE");

        assertThat(get("/understanding/reread", staff.manager()))
                .bodyText()
                .contains("1 of the newest 10,000 messages was")
                .doesNotContain("Read 1 message again");
        assertThat(get("/understanding/reread?look=true&since=2026-11-01", staff.manager()))
                .bodyText()
                .contains("still no bag", "Read 1 message again", "value=\"2026-11-01\"");
        assertThat(get("/understanding/reread?look=true", staff.agent()))
                .bodyText()
                .contains("A manager can");

        assertThat(send(HttpMethod.POST, "/understanding/reread", staff.manager())
                        .param("since", "2026-11-01"))
                .hasRedirectedUrl("/understanding/reread");
        long id = rereadings.newest().orElseThrow().id().value();
        assertThat(get("/understanding/reread", staff.manager())).bodyText().contains("Under way", "Stop");
        assertThat(get("/understanding/reread/" + id, staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("every 2s")
                .doesNotContain("<html");
        assertThat(send(HttpMethod.POST, "/understanding/reread/" + id + "/stop", staff.manager()))
                .hasStatus(303);
        assertThat(get("/understanding/reread", staff.manager())).bodyText().contains("Stopping");
        assertThat(get("/understanding/reread/99999", staff.manager())).hasStatus(404);
    }

    private List<CareRule> own() {
        return rules.all().stream().filter(CareRule::own).toList();
    }

    private MessageId heard(String words, String polarity) {
        MessageId message = voices.says(conversation, owl, words, NOON);
        voices.reads(message, polarity, 0);
        return message;
    }

    private CorrectReading said(MessageId message, Polarity polarity) {
        return new CorrectReading(
                new Wording(message, 1),
                new Change.PolarityIs(polarity),
                staff.agent().id());
    }

    private MockMvcRequestBuilder teach(MessageId message, String polarity, User user) {
        return send(HttpMethod.POST, "/understanding/teach", user)
                .param("message", Long.toString(message.value()))
                .param("revision", "1")
                .param("polarity", polarity);
    }

    private MockMvcRequestBuilder write(String pattern, String points, User user) {
        return send(HttpMethod.POST, "/understanding/rules", user)
                .param("language", "en")
                .param("failure", "late")
                .param("points", points)
                .param("pattern", pattern);
    }

    private MockMvcRequestBuilder reason(HttpMethod method, String key, String name, String words) {
        return send(method, "/understanding/reasons" + key, staff.manager())
                .param("name", name)
                .param("words", words);
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method).uri(path).with(csrf()).with(authentication(Staff.signedIn(user)));
    }
}

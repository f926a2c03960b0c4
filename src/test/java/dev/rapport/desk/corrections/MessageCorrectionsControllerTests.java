package dev.rapport.desk.corrections;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.cast.Solvane;
import dev.rapport.cast.Voices;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.ProfileId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnOneDatabase
class MessageCorrectionsControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private ProfileId owl;
    private ConversationId conversation;
    private MessageId message;
    private Target brand;
    private Target product;

    @BeforeEach
    void aComplaintIsRead() {
        voices = new Voices(jdbc);
        brand = catalogue.add(new AddBrand(Solvane.BRAND, Standing.OURS, List.of(), List.of()));
        product = catalogue.add(new AddProduct(brand, Solvane.PRODUCT, List.of("Halo"), List.of()));
        owl = voices.profile("forum", "owl", "Owl");
        conversation = voices.conversation(1, "thread", "PUBLIC", owl);
        message = voices.says(conversation, owl, Solvane.COMPLAINT, NOON);
        voices.reads(message, "NEGATIVE", 50, "COMPLAINT");
        voices.judges(message, "BRAND", brand.id(), Solvane.BRAND, "NEGATIVE", "the service at Solvane is terrible");
    }

    @Test
    void threadSaysWhatWasReadInColourSignAndWord() {
        assertThat(get("/inbox/" + conversation.value() + "/messages", staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("data-is=\"bad\">the service at <b>Solvane</b> is terrible <span", "− bad</span></mark>")
                .contains("− bad</span> <span class=\"quiet\">sure</span>", "<bdi>Solvane</bdi>", ">complaint</li>")
                .contains("urgent", "rules test, model test", "/messages/" + message.value() + "/reading");
    }

    @Test
    void languageThatIsNotReadIsSaidToBe() {
        voices.cannotBeRead(voices.says(conversation, owl, "A bateria não carrega", NOON), "pt");
        voices.cannotBeRead(voices.says(conversation, owl, "Zx qv", NOON), "und");

        assertThat(get("/inbox/" + conversation.value() + "/messages", staff.agent()))
                .bodyText()
                .contains("in Portuguese, which Rapport does not read yet", "language not recognised");
    }

    @Test
    void polarityIsCorrectedAndTheReaderComesBackToTheMessage() {
        assertThat(correct(staff.agent(), "polarity", "MIXED"))
                .hasStatus(303)
                .hasRedirectedUrl("/inbox/" + conversation.value() + "#message-" + message.value());
        assertThat(column("polarity")).isEqualTo("MIXED");
        assertThat(get("/inbox/" + conversation.value() + "/messages", staff.agent()))
                .bodyText()
                .contains("corrected by <bdi>Amina Diallo</bdi>");
    }

    @Test
    void opinionIsJudgedOtherwise() {
        assertThat(correct(staff.agent(), "about", key(), "opinion", "POSITIVE"))
                .hasStatus(303);
        assertThat(opinions()).containsExactly("Solvane POSITIVE");
    }

    @Test
    void opinionIsAboutAnotherTargetByItsName() {
        assertThat(correct(staff.agent(), "about", key(), "target", "halo 10 (solvane)"))
                .hasStatus(303);
        assertThat(opinions()).containsExactly("Halo 10 NEGATIVE");
    }

    @Test
    void opinionIsAboutNothingOfTheCatalogue() {
        assertThat(correct(staff.agent(), "about", key(), "none", "true")).hasStatus(303);
        assertThat(opinions()).isEmpty();
        assertThat(get(reading(), staff.agent())).bodyText().contains("Solvane is not meant");
    }

    @Test
    void intentsAreSwitchedOnAndOff() {
        assertThat(correct(staff.agent(), "wants", "QUESTION")).hasStatus(303);
        assertThat(correct(staff.agent(), "unwanted", "COMPLAINT")).hasStatus(303);
        assertThat(column("intents::text")).isEqualTo("{QUESTION}");
    }

    @Test
    void reasonIsChosenFromTheTaxonomyAndTakenAway() {
        assertThat(correct(staff.agent(), "reason", "waiting")).hasStatus(303);
        assertThat(column("reason")).isEqualTo("waiting");
        assertThat(get(reading(), staff.agent())).bodyText().contains("Waiting for an answer");
        assertThat(correct(staff.agent(), "reason", "")).hasStatus(303);
        assertThat(column("coalesce(reason, 'none')")).isEqualTo("none");
    }

    @Test
    void whatIsRightIsConfirmedAsAWhole() {
        assertThat(correct(staff.agent(), "right", "true")).hasStatus(303);
        assertThat(jdbc.sql("select field from understanding.corrections where value = said and message_id = ?")
                        .params(message.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("POLARITY", "OPINION", "INTENT");
        assertThat(get("/inbox/" + conversation.value() + "/messages", staff.agent()))
                .bodyText()
                .contains("confirmed by <bdi>Amina Diallo</bdi>");
    }

    @Test
    void htmxGetsTheMessageAloneWithItsFormsStillOpen() {
        assertThat(form(staff.agent(), "polarity", "POSITIVE").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"message-" + message.value() + "\"", "class=\"correcting\"", "+ good", "Amina Diallo")
                .doesNotContain("<!doctype", "hx-preserve");
        assertThat(get("/messages/" + message.value(), staff.agent()).header("HX-Request", "true"))
                .bodyText()
                .contains("id=\"message-" + message.value() + "\"")
                .doesNotContain("class=\"correcting\"");
    }

    @Test
    void formsArePagesOfTheirOwnWithoutScripts() {
        assertThat(get(reading(), staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "<option value=\"Halo 10 (Solvane)\">", "value=\"CHURN_RISK\"")
                .contains("aria-pressed=\"true\"><span class=\"sign\" data-is=\"bad\"");
        assertThat(get("/messages/" + message.value(), staff.viewer()))
                .hasRedirectedUrl("/inbox/" + conversation.value() + "#message-" + message.value());
    }

    @Test
    void takenBackTheReaderSpeaksAgain() {
        correct(staff.agent(), "polarity", "POSITIVE");
        long id = jdbc.sql("select max(id) from understanding.corrections")
                .query(Long.class)
                .single();

        assertThat(send(HttpMethod.DELETE, corrections() + "/" + id, staff.manager()))
                .hasStatus(303);
        assertThat(send(HttpMethod.DELETE, corrections() + "/" + id, staff.manager())
                        .header("HX-Request", "true"))
                .hasStatusOk();

        assertThat(column("polarity")).isNotEqualTo("POSITIVE");
        assertThat(column("corrected::text")).isEqualTo("false");
        assertThat(trail()).containsExactly("reading.corrected", "reading.correction-taken-back");
    }

    @Test
    void viewerSeesWhatWasReadAndChangesNothing() {
        assertThat(get("/inbox/" + conversation.value() + "/messages", staff.viewer()))
                .bodyText()
                .contains("<bdi>Solvane</bdi>")
                .doesNotContain("/reading\"", "<form");
        assertThat(get(reading(), staff.viewer())).hasStatus(403);
        assertThat(correct(staff.viewer(), "polarity", "POSITIVE")).hasStatus(403);
        assertThat(send(HttpMethod.DELETE, corrections() + "/1", staff.viewer()))
                .hasStatus(403);
        assertThat(column("polarity")).isEqualTo("NEGATIVE");
    }

    @Test
    void whatWasNeverSaidOrReadIsNotFound() {
        MessageId ours = voices.replies(conversation, staff.agent().id(), "We are sorry", NOON.plusSeconds(60));
        assertThat(get("/messages/99999999/reading", staff.agent())).hasStatus(404);
        assertThat(get("/messages/" + ours.value() + "/reading", staff.agent())).hasStatus(404);
        assertThat(send(HttpMethod.POST, "/messages/99999999/corrections", staff.agent())
                        .param("polarity", "POSITIVE"))
                .hasStatus(404);
    }

    @Test
    void formerWordingIsNotCorrectedInPlaceOfTheNewOne() {
        assertThat(send(HttpMethod.POST, corrections(), staff.agent())
                        .param("revision", "7")
                        .param("polarity", "POSITIVE"))
                .hasStatus(422)
                .bodyText()
                .contains("The message was edited meanwhile, so nothing was kept.");
        assertThat(column("polarity")).isEqualTo("NEGATIVE");
    }

    @Test
    void refusalSaysWhatToDo() {
        assertThat(form(staff.agent(), "about", key(), "target", "Nimbus").header("HX-Request", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("No single entry of the catalogue is called “Nimbus”. Choose one from the list");
        assertThat(correct(staff.agent(), "about", "product-1.2", "opinion", "POSITIVE"))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody corrected this opinion meanwhile");
        assertThat(correct(staff.agent(), "reason", "weather")).hasStatus(422);
        assertThat(correct(staff.agent(), "nothing", "at all")).hasStatus(422);
        assertThat(correct(staff.agent(), "polarity", "PURPLE")).hasStatus(400);
        assertThat(opinions()).containsExactly("Solvane NEGATIVE");
    }

    private String key() {
        return "brand-" + brand.id() + ".";
    }

    private String reading() {
        return "/messages/" + message.value() + "/reading";
    }

    private String corrections() {
        return "/messages/" + message.value() + "/corrections";
    }

    private String column(String column) {
        return jdbc.sql("select " + column + " from understanding.readings where message_id = ?")
                .params(message.value())
                .query(String.class)
                .single();
    }

    private List<String> opinions() {
        return jdbc.sql("select target_name || ' ' || polarity from understanding.opinions where message_id = ?")
                .params(message.value())
                .query(String.class)
                .list();
    }

    private List<String> trail() {
        return jdbc.sql("select action from access.audit_entries where subject_kind = 'message' order by id")
                .query(String.class)
                .list();
    }

    private MvcTestResult correct(User user, String... params) {
        return form(user, params).exchange();
    }

    private MockMvcRequestBuilder form(User user, String... params) {
        MockMvcRequestBuilder request =
                send(HttpMethod.POST, corrections(), user).param("revision", "1");
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request;
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

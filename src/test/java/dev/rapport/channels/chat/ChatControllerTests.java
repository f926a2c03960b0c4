package dev.rapport.channels.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.Outbox;
import dev.rapport.channels.PushedInboxes;
import dev.rapport.channels.QueueReply;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@OnOneDatabase
class ChatControllerTests {

    private static final String SHOP = "https://shop.example";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PushedInboxes pushed;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Staff staff;

    @Autowired
    private Sql sql;

    private InboxId inbox = new InboxId(0);
    private String chat = "";

    @BeforeEach
    void open() {
        InboxId mailbox =
                pushed.open(new OpenInbox("mail", "Support", "mail", "support@example.com", Map.of(), Map.of()));
        Map<String, String> settings =
                Map.of("origins", SHOP, "greeting", "", "mailbox", Long.toString(mailbox.value()));
        inbox = pushed.open(new OpenInbox("chat", "Shop", "chat", null, settings, Map.of()));
        chat = "/chat/" + pushed.door(inbox).orElseThrow();
    }

    @Test
    void scriptIsServedToEverybodyAndTheRestToTheWebsitesOfTheChat() {
        assertThat(mvc.get().uri(chat + "/widget.js")).hasStatusOk().hasContentTypeCompatibleWith("text/javascript");
        assertThat(mvc.get().uri("/chat/nobody/widget.js")).hasStatus(404);
        assertThat(mvc.get().uri(chat).header("Origin", SHOP))
                .hasStatusOk()
                .headers()
                .hasValue("Access-Control-Allow-Origin", SHOP);
        assertThat(mvc.get().uri(chat).header("Origin", "https://elsewhere.example"))
                .hasStatus(403);
        assertThat(mvc.options()
                        .uri(chat + "/messages")
                        .header("Origin", SHOP)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type"))
                .hasStatusOk();
    }

    @Test
    void textsComeInTheVisitorsLanguage() {
        assertThat(mvc.get().uri(chat).header("Origin", SHOP).header("Accept-Language", "fr"))
                .bodyText()
                .contains("Comment pouvons-nous vous aider");
    }

    @Test
    void whatIsSaidTwiceUnderOneNumberIsHeardOnce() {
        String token = token();
        UUID id = UUID.randomUUID();

        assertThat(say(token, id, "Is the Lumo 11 back?", "")).hasStatus(202);
        assertThat(say(token, id, "Is the Lumo 11 back?", "")).hasStatus(202);

        assertThat(heard()).isEqualTo(1);
    }

    @Test
    void strangersWebsitesAndForgedTokensGetNowhere() {
        String token = token();

        assertThat(mvc.post().uri(chat + "/visits")).hasStatus(403);
        assertThat(mvc.post().uri(chat + "/visits").header("Origin", "https://elsewhere.example"))
                .hasStatus(403);
        assertThat(say(token + "x", UUID.randomUUID(), "Hello", "")).hasStatus(401);
        assertThat(say(token, UUID.randomUUID(), " ", "")).hasStatus(422);
        assertThat(say(token, UUID.randomUUID(), "x".repeat(4_001), "")).hasStatus(422);
        assertThat(say(token, UUID.randomUUID(), "x".repeat(40_000), "")).hasStatus(413);
        assertThat(mvc.get().uri(chat + "/answers")).hasStatus(401);
        assertThat(heard()).isZero();
    }

    @Test
    void visitorReadsTheAnswersMeantForThemAndNoOthers() {
        String token = token();
        answer(visitor(token), "It is back on Friday.");
        answer(UUID.randomUUID().toString(), "For somebody else");

        assertThat(mvc.get().uri(chat + "/answers").header("Authorization", "Bearer " + token))
                .hasStatusOk()
                .bodyText()
                .contains("It is back on Friday.")
                .doesNotContain("somebody else");
    }

    @Test
    void letterOfSomebodyWhoFoundNobodyIsAMailFromThem() {
        String token = token();

        assertThat(say(token, UUID.randomUUID(), "Call me", "amira@example.net"))
                .hasStatus(202);
        assertThat(say(token, UUID.randomUUID(), "Call me", "no address")).hasStatus(422);

        assertThat(sql.sql("""
                select count(*) from conversations.heard h join channels.inboxes i on i.id = h.inbox_id where i.kind = 'mail'
                """).single(Long.class)).isEqualTo(1);
    }

    @Test
    void manyWordsInAMomentAreTooMany() {
        String token = token();
        MvcTestResult last = null;
        for (int i = 0; i < 40; i++) {
            last = say(token, UUID.randomUUID(), "again " + i, "");
        }

        assertThat(last).hasStatus(429);
    }

    @Test
    void examplePageShowsTheLineForTheWebsite() {
        var manager = new TestingAuthenticationToken(staff.manager(), "", "ROLE_VIEWER", "ROLE_AGENT", "ROLE_MANAGER");

        assertThat(mvc.method(HttpMethod.GET)
                        .uri("/channels/" + inbox.value() + "/example")
                        .with(authentication(manager)))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script src=", chat + "/widget.js");
    }

    private String token() {
        MvcTestResult visit =
                mvc.post().uri(chat + "/visits").header("Origin", SHOP).exchange();
        assertThat(visit).hasStatusOk();
        return JsonMapper.shared()
                .readTree(visit.getResponse().getContentAsByteArray())
                .path("token")
                .asString();
    }

    private static String visitor(String token) {
        return token.split("\\.", -1)[1];
    }

    private MvcTestResult say(String token, UUID id, String text, String address) {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(
                        Map.of("id", id, "text", text, "name", "Amira", "page", SHOP + "/lumo", "address", address));
        return mvc.post()
                .uri(chat + "/messages")
                .header("Origin", SHOP)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void answer(String visitor, String words) {
        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of(visitor),
                null,
                words,
                null,
                List.of(),
                null,
                Visibility.PRIVATE,
                Instant.EPOCH);
        outbox.queue(new QueueReply(inbox, 1, 1, reply));
        sql.sql("update channels.outbox set state = 'SENT', remote_id = 'x', sent_at = now() where key = :key")
                .param("key", reply.key())
                .updateOne();
    }

    private long heard() {
        return sql.sql("select count(*) from conversations.heard where inbox_id = :inbox")
                .param("inbox", inbox)
                .single(Long.class);
    }
}

package dev.rapport.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.InboxState;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.Outbox;
import dev.rapport.channels.QueueReply;
import dev.rapport.channels.ReplyState;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class ChannelsControllerTests {

    /** With what no token that is made by chance holds. */
    private static final String SECRET = "hush, not told";

    private static final String US = "support@example.com";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Sql sql;

    @Test
    void mailboxIsConnectedOnceAMailToItselfArrived() throws Exception {
        try (Servers servers = new Servers()) {
            assertThat(connect(servers, "good")).hasStatus3xxRedirection();
        }

        Inbox inbox = inboxes.byName("Care").orElseThrow();
        assertThat(inbox.state()).isEqualTo(InboxState.OK);
        assertThat(inbox.address()).isEqualTo(US);
        assertThat(get("/channels", staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains("Care", US, "Works")
                .doesNotContain("/channels/new");
    }

    @Test
    void wrongPasswordSavesNothingAndSaysWhichStepFailed() throws Exception {
        try (Servers servers = new Servers()) {
            assertThat(connect(servers, "wrong-password"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("did not let us in", "Nothing was saved")
                    .doesNotContain("wrong-password");
        }

        assertThat(inboxes.byName("Care")).isEmpty();
    }

    @Test
    void emptyFormComesBackWithWhatIsMissing() {
        assertThat(send(HttpMethod.POST, "/channels", staff.manager()).param("name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-problem\"", "id=\"imapHost-problem\"");
    }

    @Test
    void onlyManagersConnectAndPause() {
        InboxId inbox = inbox();

        assertThat(get("/channels/new", staff.agent())).hasStatus(403);
        assertThat(send(HttpMethod.POST, "/channels/" + inbox.value() + "/pause", staff.agent()))
                .hasStatus(403);
        assertThat(send(HttpMethod.POST, "/channels/" + inbox.value() + "/pause", staff.manager()))
                .hasRedirectedUrl("/channels/" + inbox.value());
        assertThat(inboxes.find(inbox).orElseThrow().state()).isEqualTo(InboxState.PAUSED);
        assertThat(send(HttpMethod.DELETE, "/channels/" + inbox.value() + "/pause", staff.manager()))
                .hasRedirectedUrl("/channels/" + inbox.value());
        assertThat(inboxes.find(inbox).orElseThrow().state()).isEqualTo(InboxState.OK);
    }

    @Test
    void pageShowsRepliesAndLetsAnAgentDecideAboutUnsureOnes() {
        InboxId inbox = inbox();
        UUID key = queue(inbox, "Your charger is <fixed>.");
        sql.sql("update channels.outbox set state = 'UNSURE', ask_person = true where key = :key")
                .param("key", key)
                .updateOne();

        assertThat(get("/channels/" + inbox.value(), staff.viewer()))
                .hasStatusOk()
                .bodyText()
                .contains("Perhaps sent", "Your charger is &lt;fixed&gt;.")
                .doesNotContain("It arrived", SECRET);
        assertThat(get("/channels/" + inbox.value(), staff.manager()))
                .bodyText()
                .contains("It arrived", "imapPassword")
                .doesNotContain(SECRET);
        String decision = "/channels/" + inbox.value() + "/replies/" + key + "/decision";
        assertThat(send(HttpMethod.POST, decision, staff.viewer()).param("arrived", "false"))
                .hasStatus(403);
        assertThat(send(HttpMethod.POST, decision, staff.agent()).param("arrived", "false"))
                .hasRedirectedUrl("/channels/" + inbox.value());
        assertThat(outbox.find(key).orElseThrow().state()).isEqualTo(ReplyState.QUEUED);
    }

    @Test
    void waitingReplyIsTakenBackFromThePage() {
        InboxId inbox = inbox();
        UUID key = queue(inbox, "Too early");

        assertThat(send(HttpMethod.DELETE, "/channels/" + inbox.value() + "/replies/" + key, staff.agent()))
                .hasRedirectedUrl("/channels/" + inbox.value());
        assertThat(outbox.find(key).orElseThrow().state()).isEqualTo(ReplyState.TAKEN_BACK);
    }

    @Test
    void unknownInboxIsNotFound() {
        assertThat(get("/channels/999999", staff.manager())).hasStatus(404);
    }

    private InboxId inbox() {
        Map<String, String> settings = Map.of(
                "address", US, "imap.host", "127.0.0.1", "imap.port", "1", "smtp.host", "127.0.0.1", "smtp.port", "1");
        return inboxes.open(new OpenInbox("mail", "Care", "mail", US, settings, Map.of("imap.password", SECRET)));
    }

    private UUID queue(InboxId inbox, String text) {
        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of("amira@example.net"),
                null,
                text,
                null,
                List.of(),
                null,
                Visibility.PRIVATE,
                Instant.EPOCH);
        outbox.queue(new QueueReply(inbox, 1, 1, reply));
        return reply.key();
    }

    private MockMvcRequestBuilder connect(Servers servers, String password) {
        return send(HttpMethod.POST, "/channels", staff.manager())
                .param("name", "Care")
                .param("address", US)
                .param("imapHost", "127.0.0.1")
                .param("imapPort", Integer.toString(servers.mail.getImap().getPort()))
                .param("imapSecurity", "NONE")
                .param("imapPassword", password)
                .param("smtpHost", "127.0.0.1")
                .param("smtpPort", Integer.toString(servers.mail.getSmtp().getPort()))
                .param("smtpSecurity", "NONE")
                .param("take", "all");
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

    /** A mail server of this process. */
    private static final class Servers implements AutoCloseable {

        private final GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });

        private Servers() {
            mail.start();
            mail.setUser(US, US, "good");
        }

        @Override
        public void close() {
            mail.stop();
        }
    }
}

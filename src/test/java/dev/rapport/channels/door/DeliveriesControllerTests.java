package dev.rapport.channels.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.PushedInboxes;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnOneDatabase
class DeliveriesControllerTests {

    private static final String SECRET = WebhookSignature.newSecret();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PushedInboxes pushed;

    @Autowired
    private Sql sql;

    @Test
    void signedDeliveryIsKeptWithoutSessionOrFormToken() {
        String door = door("Shop", SECRET);

        MvcTestResult answer = deliver(door, SECRET, "{\"id\":\"a\"}", MediaType.APPLICATION_JSON_VALUE);

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(kept("{\"id\":\"a\"}")).isEqualTo(1);
    }

    /** A filter of forms must not have read the body before its signature is checked. */
    @Test
    void bodyThatClaimsToBeAFormIsTakenByteForByte() {
        String door = door("Shop", SECRET);
        String body = "{\"text\":\"a=b&c=%20\"}";

        assertThat(deliver(door, SECRET, body, MediaType.APPLICATION_FORM_URLENCODED_VALUE))
                .hasStatusOk();
        assertThat(kept(body)).isEqualTo(1);
    }

    @Test
    void withoutAProofNothingIsKept() {
        String door = door("Shop", SECRET);

        assertThat(mvc.post().uri(door).content("{}")).hasStatus(401);
        assertThat(deliver(door, WebhookSignature.newSecret(), "{}", MediaType.APPLICATION_JSON_VALUE))
                .hasStatus(401);
        assertThat(deliver("/in/webhook/nowhere", SECRET, "{}", MediaType.APPLICATION_JSON_VALUE))
                .hasStatus(404);
        assertThat(deliver(door.replace("webhook", "slack"), SECRET, "{}", MediaType.APPLICATION_JSON_VALUE))
                .hasStatus(404);
        assertThat(deliver(door("Mute", ""), SECRET, "{}", MediaType.APPLICATION_JSON_VALUE))
                .hasStatus(404);
        assertThat(mvc.put().uri(door).content("{}")).hasStatus(403);
        assertThat(sql.sql("select count(*) from channels.deliveries").single(Long.class))
                .isZero();
    }

    @Test
    void moreThanAMegabyteIsNotRead() {
        String large = "x".repeat(KeepsBodies.MOST + 1);

        assertThat(deliver(door("Shop", SECRET), SECRET, large, MediaType.APPLICATION_JSON_VALUE))
                .hasStatus(413);
    }

    @Test
    void exchangedSecretLetsTheFormerOneInUntilThatIsEnded() {
        String door = door("Shop", SECRET);
        InboxId inbox = inbox(door);
        String fresh = WebhookSignature.newSecret();

        pushed.exchange(inbox, "signing", fresh);
        assertThat(deliver(door, SECRET, "1", MediaType.APPLICATION_JSON_VALUE)).hasStatusOk();
        assertThat(deliver(door, fresh, "2", MediaType.APPLICATION_JSON_VALUE)).hasStatusOk();

        pushed.endExchange(inbox, "signing");
        assertThat(deliver(door, SECRET, "3", MediaType.APPLICATION_JSON_VALUE)).hasStatus(401);
        assertThat(sql.sql("select action from access.audit_entries order by id desc limit 2")
                        .list(String.class))
                .containsExactly("inbox.secret.former-ended", "inbox.secret.changed");
    }

    private String door(String name, String secret) {
        Map<String, String> secrets = secret.isEmpty() ? Map.of() : Map.of("signing", secret);
        InboxId inbox = pushed.open(new OpenInbox("webhook", name, "webhook", null, Map.of(), secrets));
        return "/in/webhook/" + pushed.door(inbox).orElseThrow();
    }

    private InboxId inbox(String door) {
        return sql.sql("select id from channels.inboxes where door = :door")
                .param("door", door.replaceFirst(".*/", ""))
                .single(InboxId.class);
    }

    private MvcTestResult deliver(String door, String secret, String body, String type) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return mvc.post()
                .uri(door)
                .contentType(type)
                .header(WebhookSignature.ID, id)
                .header(WebhookSignature.TIMESTAMP, now.getEpochSecond())
                .header(WebhookSignature.SIGNATURE, WebhookSignature.of(secret, id, now, bytes))
                .content(bytes)
                .exchange();
    }

    private long kept(String body) {
        return sql.sql("select count(*) from channels.deliveries where body = :body")
                .param("body", body.getBytes(StandardCharsets.UTF_8))
                .single(Long.class);
    }
}

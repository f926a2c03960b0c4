package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.channels.meta.MetaStub;
import dev.rapport.channels.slack.SlackStub;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.shared.Hmac;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What a place delivered and what is fetched from it afterwards is one message, through the real intake. */
@OnOneDatabase
@TestPropertySource(properties = "rapport.outside.allow=*")
class PushedAndPulledTests {

    private static final String SECRET = "signing-secret";

    @Autowired
    private PushedInboxes pushed;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private InterpretsDeliveries interprets;

    @Autowired
    private FetchesInboxes fetches;

    @Autowired
    private Sql sql;

    @Test
    void messageOfSlackIsHeardOnceAndWhatWasMissedIsHeardToo() throws Exception {
        try (SlackStub slack = new SlackStub()) {
            InboxId inbox = pushed.open(new OpenInbox(
                    "slack",
                    "Slack",
                    "slack",
                    "U1",
                    Map.of("api", slack.address()),
                    Map.of("token", SlackStub.TOKEN, "signing", SECRET)));
            deliverToSlack(inbox, slack.event(slack.say("Delivered 🔋")));
            slack.say("Missed");
            fetch(inbox);
            fetch(inbox);
            deliverToSlack(inbox, slack.event(slack.say("Delivered again")));
            fetch(inbox);

            assertThat(keys(inbox)).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void commentsAndMessagesOfAFacebookPageAreHeardOnce() throws Exception {
        try (MetaStub meta = new MetaStub()) {
            InboxId inbox = ofMeta("facebook", "page", meta);
            deliverOfMeta(inbox, MetaStub.delivered(meta.comment("Delivered 🔋")));
            deliverOfMeta(inbox, MetaStub.delivered("page", meta.write(MetaStub.US, "500", "Delivered directly")));
            meta.comment("Missed");
            meta.write(MetaStub.US, "501", "Missed directly");
            fetch(inbox);
            fetch(inbox);
            deliverOfMeta(inbox, MetaStub.delivered(meta.comment("Delivered again")));
            fetch(inbox);

            assertThat(keys(inbox)).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void commentsAndMessagesOfInstagramAreHeardOnce() throws Exception {
        try (MetaStub meta = new MetaStub()) {
            InboxId inbox = ofMeta("instagram", "account", meta);
            deliverOfMeta(inbox, MetaStub.deliveredBelow(meta.below("Delivered 🔋")));
            deliverOfMeta(inbox, MetaStub.delivered("instagram", meta.write("me", "500", "Delivered directly")));
            meta.below("Missed");
            meta.write("me", "501", "Missed directly");
            fetch(inbox);
            fetch(inbox);
            deliverOfMeta(inbox, MetaStub.deliveredBelow(meta.below("Delivered again")));
            fetch(inbox);

            assertThat(keys(inbox)).hasSize(5).doesNotHaveDuplicates();
        }
    }

    private InboxId ofMeta(String kind, String place, MetaStub meta) {
        return pushed.open(new OpenInbox(
                kind,
                "Meta",
                kind,
                MetaStub.US,
                Map.of("api", meta.address(), place, MetaStub.US),
                Map.of("token", MetaStub.TOKEN, "app-secret", SECRET)));
    }

    private void deliverOfMeta(InboxId inbox, String body) {
        byte[] mac = Hmac.sha256(SECRET, body.getBytes(StandardCharsets.UTF_8));
        deliver(
                inbox,
                body,
                Map.of("x-hub-signature-256", "sha256=" + HexFormat.of().formatHex(mac)));
    }

    private void deliverToSlack(InboxId inbox, String body) {
        String at = Long.toString(Instant.now().getEpochSecond());
        byte[] mac = Hmac.sha256(SECRET, ("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8));
        deliver(
                inbox,
                body,
                Map.of(
                        "x-slack-request-timestamp",
                        at,
                        "x-slack-signature",
                        "v0=" + HexFormat.of().formatHex(mac)));
    }

    private void deliver(InboxId inbox, String body, Map<String, String> headers) {
        Delivery delivery =
                new Delivery("POST", headers, Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.now());
        String kind = sql.sql("select kind from channels.inboxes where id = :id")
                .param("id", inbox)
                .single(String.class);

        assertThat(deliveries.take(kind, pushed.door(inbox).orElseThrow(), delivery))
                .isEqualTo(Deliveries.Answer.of(200));
        assertThat(interprets.interpretNext()).isTrue();
    }

    private void fetch(InboxId inbox) throws InterruptedException {
        sql.sql("update channels.inboxes set next_run_at = 'epoch' where id = :id")
                .param("id", inbox)
                .updateOne();

        assertThat(fetches.fetchNext()).isTrue();
        assertThat(sql.sql("select state from channels.inboxes where id = :id")
                        .param("id", inbox)
                        .single(String.class))
                .isEqualTo("OK");
    }

    /** The ids of everything heard; a message that was doubled is there twice. */
    private List<String> keys(InboxId inbox) {
        return sql.sql("select remote_id from conversations.heard where inbox_id = :id")
                .param("id", inbox)
                .list((row, n) -> row.getString(1));
    }
}

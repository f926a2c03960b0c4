package dev.rapport.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import dev.rapport.shared.OutsideHosts;
import dev.rapport.shared.RapportHome;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract against a real IMAP and SMTP server in this process, and what is peculiar to mail. */
class MailConnectorTests extends ConnectorContract {

    private static final String US = "support@example.com";
    private static final String AMIRA = "amira@example.net";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });

    private @Nullable MailConnector connector;
    private @Nullable ServerSocket silent;

    @BeforeEach
    void open() throws Exception {
        server.start();
        GreenMailUser us = server.setUser(US, US, "good");
        server.setUser(AMIRA, AMIRA, "amira");
        server.getManagers().getImapHostManager().createMailbox(us, "Sent");
        connector = new MailConnector(
                Keys.of(new RapportHome(home), null),
                new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        if (silent != null) {
            silent.close();
        }
    }

    @Override
    protected Connector connector() {
        assertThat(connector).isNotNull();
        return java.util.Objects.requireNonNull(connector);
    }

    @Override
    protected Connection inbox() {
        return inbox("good", Map.of());
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return inbox("old", Map.of());
    }

    @Override
    protected Connection inboxThatSaysNothing() throws Exception {
        silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        return inbox("good", Map.of("imap.port", Integer.toString(silent.getLocalPort()), "read.seconds", "1"));
    }

    /** The server of these tests opens a folder in a time that grows with it. */
    @Override
    protected int many() {
        return 400;
    }

    @Override
    protected void say(String text) throws Exception {
        String words = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        deliver("""
                From: Amira <amira@example.net>
                To: support@example.com
                Date: Tue, 03 Mar 2026 09:15:00 +0200
                Message-ID: <%s@example.net>
                Subject: A question
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                """.formatted(UUID.randomUUID(), words));
    }

    @Override
    protected void sayBroken() throws Exception {
        deliver("Subject: who am I\nMessage-ID: <ghost@example.net>\n\nwords of nobody\n");
    }

    @Override
    protected int received(Reply reply) throws Exception {
        String text = reply.text();
        int count = 0;
        for (Message mail : folder(AMIRA, "INBOX").getMessages().stream()
                .map(stored -> (Message) stored.getMimeMessage())
                .toList()) {
            count += mail.getContent().toString().strip().equals(text) ? 1 : 0;
        }
        return count;
    }

    @Override
    protected String somebody() {
        return AMIRA;
    }

    @Test
    void answerStandsInTheThreadAndItsAnswerProvesIt() throws Exception {
        Connection inbox = inbox("good", Map.of("plus", "true"));
        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of(AMIRA),
                "A question",
                "It is fixed.",
                "second@example.net",
                List.of("first@example.com", "second@example.net"),
                "c117",
                Heard.Visibility.PRIVATE,
                java.time.Instant.parse("2026-03-03T10:00:00Z"));

        connector().send(inbox, reply);

        MimeMessage arrived = folder(AMIRA, "INBOX").getMessages().getFirst().getMimeMessage();
        assertThat(arrived.getMessageID()).isEqualTo("<" + reply.key() + "@example.com>");
        assertThat(arrived.getHeader("In-Reply-To")).containsExactly("<second@example.net>");
        assertThat(arrived.getHeader("References")[0]).matches("(?s)<first@example.com>\\s+<second@example.net>");
        assertThat(arrived.getSubject()).isEqualTo("Re: A question");
        String answerTo = arrived.getReplyTo()[0].toString();
        assertThat(answerTo).contains("support+c117.");

        deliver("From: amira@example.net\nTo: %s\nMessage-ID: <third@example.net>\n\nThanks\n".formatted(answerTo));
        Heard answer = pull(null).heard().getFirst();
        assertThat(answer.thread()).isEqualTo("c117");
        assertThat(answer.threadProven()).isTrue();
    }

    @Test
    void foldersNumberedAnewAreReadAgainWithTheSameIds() throws Exception {
        say("first");
        say("second");
        Pulled before = pull(null);
        Cursor otherNumbering = MailCursor.startingAfter(700, 99).toCursor();

        assertThat(pull(otherNumbering).ids()).isEqualTo(before.ids());
    }

    @Test
    void mailThatShowsUpLateBelowTheHighestNumberIsStillTaken() throws Exception {
        say("first");
        say("late");
        say("third");
        MailCursor all = MailCursor.of(pull(null).cursor());
        List<Long> withoutLate = Arrays.asList(all.seen().getFirst(), all.seen().getLast());

        Cursor before = new MailCursor(all.uidvalidity(), all.uid(), 0, withoutLate).toCursor();

        assertThat(pull(before).texts()).containsExactly("late");
    }

    @Test
    void manyMailsComeInSeveralPagesInTheirOrder() throws Exception {
        for (int i = 0; i < 120; i++) {
            say("mail " + i);
        }

        Pulled all = pull(null);

        assertThat(all.texts()).hasSize(120).startsWith("mail 0", "mail 1").endsWith("mail 119");
        assertThat(all.ids()).doesNotHaveDuplicates();
    }

    @Test
    void mailOlderThanWantedStaysUnread() throws Exception {
        say("old");

        Pulled none = pull(inbox("good", Map.of("since", "2999-01-01")), null);
        say("new");

        assertThat(none.texts()).isEmpty();
        assertThat(pull(inbox(), none.cursor()).texts()).containsExactly("new");
    }

    @Test
    void ownMailComingBackNamesUsAsItsAuthor() throws Exception {
        deliver(
                "From: Support <SUPPORT@example.com>\nTo: support@example.com\nMessage-ID: <echo@example.com>\n\nour words\n");

        assertThat(pull(null).heard().getFirst().author().id()).isEqualTo(US);
    }

    @Test
    void lookingAtMailDoesNotMarkItAsSeen() throws Exception {
        say("unread");

        pull(null);

        assertThat(folder(US, "INBOX").getUnseenCount()).isEqualTo(1);
    }

    @Test
    void sentMailIsCopiedOnceIntoTheFolderForIt() throws Exception {
        connector().send(inbox(), reply("with a copy"));

        assertThat(folder(US, "Sent").getMessageCount()).isEqualTo(1);
    }

    @Test
    void withoutFolderForSentMailNobodyCanTell() {
        Connection inbox = inbox("good", Map.of("imap.sent", "-"));
        Reply reply = reply("without a copy");
        connector().send(inbox, reply);

        assertThat(connector().find(inbox, reply)).isEmpty();
    }

    @Test
    void roundTripIsSeenAndLeavesNothingToAnswer() throws Exception {
        assertThat(connector().prove(inbox(), Duration.ofSeconds(20)).steps())
                .extracting("what", "ok")
                .contains(
                        org.assertj.core.groups.Tuple.tuple("mail.left", true),
                        org.assertj.core.groups.Tuple.tuple("mail.arrived", true));
        assertThat(pull(null).items()).isEmpty();
    }

    @Test
    void unencryptedConnectionsLeaveThisMachineOnlyWhenAskedTo() {
        Connection inbox = inbox("good", Map.of("imap.host", "192.0.2.1"));

        assertThatThrownBy(() -> connector().fetch(inbox, null))
                .isInstanceOf(Fault.Refused.class)
                .hasMessageContaining("encryption");
    }

    @Test
    void replyToNoAddressIsRefusedBeforeAnythingIsSent() {
        Reply nowhere = new Reply(
                UUID.randomUUID(),
                List.of("not an address\r\nBcc: all@example.org"),
                "x",
                "y",
                null,
                List.of(),
                null,
                Heard.Visibility.PRIVATE,
                java.time.Instant.EPOCH);

        assertThatThrownBy(() -> connector().send(inbox(), nowhere)).isInstanceOf(Fault.Refused.class);
    }

    private void deliver(String mail) throws Exception {
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        folder(US, "INBOX").store(new MimeMessage(MailSession.offline(), new ByteArrayInputStream(raw)));
    }

    private MailFolder folder(String user, String name) throws Exception {
        return server.getManagers()
                .getImapHostManager()
                .getFolder(server.getUserManager().getUser(user), name);
    }

    private Connection inbox(String password, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "address",
                US,
                "from.name",
                "Support",
                "imap.host",
                "127.0.0.1",
                "imap.port",
                Integer.toString(server.getImap().getPort()),
                "imap.security",
                "NONE",
                "imap.user",
                US,
                "smtp.host",
                "127.0.0.1",
                "smtp.port",
                Integer.toString(server.getSmtp().getPort()),
                "smtp.security",
                "NONE",
                "smtp.user",
                US));
        settings.putAll(more);
        return new Connection(new InboxId(1), "Support", settings, Map.of("imap.password", password));
    }
}

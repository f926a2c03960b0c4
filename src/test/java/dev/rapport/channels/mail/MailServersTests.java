package dev.rapport.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.StartedServer;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import dev.rapport.shared.OutsideHosts;
import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector against Dovecot and Postfix. */
@Tag("servers")
class MailServersTests {

    private static final String US = "support@example.com";
    private static final String AMIRA = "amira@example.com";
    private static @Nullable StartedServer servers;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final MailConnector connector = new MailConnector(
            Keys.of(new RapportHome(folder), null),
            new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()),
            Clock.systemUTC());

    @BeforeAll
    static void start() throws Exception {
        servers = StartedServer.start(
                "mail", Duration.ofMinutes(1), () -> answers(20143) && answers(20025), folder.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void mailboxIsProvenIncludingAddressesWithAPlus() {
        assertThat(connector.probe(mailbox(US, "good")).works()).isTrue();

        Health proof = connector.prove(mailbox(US, "good"), Duration.ofSeconds(60));

        assertThat(proof.works()).as(proof.toString()).isTrue();
        assertThat(proof.steps()).extracting(Health.Step::what).contains("mail.plus");
    }

    @Test
    void wrongPasswordAsksForANewSignIn() {
        assertThat(connector.probe(mailbox(US, "wrong")).works()).isFalse();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> connector.fetch(mailbox(US, "wrong"), null))
                .isInstanceOf(Fault.Auth.class);
    }

    @Test
    void replyArrivesWithAllItsLettersAndIsFoundAmongWhatWasSent() throws Exception {
        Connection us = mailbox(US, "good");
        Connection amira = mailbox(AMIRA, "good");
        Cursor before = connector.fetch(amira, null).next();
        String words = "Bonjour 👋 שלום " + UUID.randomUUID();
        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of(AMIRA),
                "A question",
                words,
                null,
                List.of(),
                "c1",
                Visibility.PRIVATE,
                Instant.now());

        String id = connector.send(us, reply).remoteId();
        boolean announced = connector.await(amira, before, Duration.ofSeconds(60));
        Page page = connector.fetch(amira, before);

        assertThat(announced || !page.items().isEmpty()).isTrue();
        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(((Item.Read) item).heard().text()).isEqualTo(words);
            assertThat(((Item.Read) item).heard().id()).isEqualTo(id);
        });
        assertThat(connector.find(us, reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
    }

    private static Connection mailbox(String address, String password) {
        return new Connection(
                new InboxId(1),
                "Care",
                Map.of(
                        "address", address,
                        "imap.host", "127.0.0.1",
                        "imap.port", "20143",
                        "imap.security", "NONE",
                        "imap.user", address,
                        "smtp.host", "127.0.0.1",
                        "smtp.port", "20025",
                        "smtp.security", "NONE",
                        "smtp.user", address),
                Map.of("imap.password", password));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}

package dev.rapport.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rapport.channels.InboxId;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.OutsideHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuthKeysTests {

    private final HttpServer provider = started();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>(Map.of("oauth.refresh", "r 1", "oauth.secret", "s"));
    private final OAuthKeys keys =
            new OAuthKeys(new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()), Clock.systemUTC());

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void keyIsRenewedOnceAndUsedUntilItRunsOut() {
        answering(200, "{\"access_token\":\"a1\",\"expires_in\":3600,\"refresh_token\":\"r2\"}");

        assertThat(keys.fresh(inbox())).isEqualTo("a1");
        assertThat(keys.fresh(inbox())).isEqualTo("a1");

        assertThat(asked).containsExactly("grant_type=refresh_token&client_id=c&client_secret=s&refresh_token=r+1");
        assertThat(kept).containsEntry("oauth.refresh", "r2");
    }

    @Test
    void keyThatRunsOutInAMinuteIsNotUsed() {
        kept.putAll(Map.of(
                "oauth.access",
                "old",
                "oauth.until",
                Long.toString(Clock.systemUTC().instant().getEpochSecond() + 60)));
        answering(200, "{\"access_token\":\"a2\",\"expires_in\":3600}");

        assertThat(keys.fresh(inbox())).isEqualTo("a2");
        assertThat(kept).containsEntry("oauth.refresh", "r 1");
    }

    @Test
    void providerThatRenewsNoMoreAsksForANewSignIn() {
        answering(400, "{\"error\":\"invalid_grant\"}");

        assertThatThrownBy(() -> keys.fresh(inbox()))
                .isInstanceOf(Fault.Auth.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void providerThatFailsIsAskedAgainLater() {
        answering(503, "");

        assertThatThrownBy(() -> keys.fresh(inbox())).isInstanceOf(Fault.Broken.class);
    }

    @Test
    void connectionSaysThatItIsAKey() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "address", "support@example.com",
                "imap.host", "imap.example.com",
                "imap.port", "993",
                "smtp.host", "smtp.example.com",
                "smtp.port", "465"));
        MailSettings mailbox = MailSettings.of(new Connection(new InboxId(1), "Care", settings, Map.of()), "a1");

        assertThat(MailSession.smtpSession(mailbox.smtp(), mailbox.patience())
                        .getProperty("mail.smtps.auth.mechanisms"))
                .isEqualTo("XOAUTH2");
        assertThat(mailbox.imap().password()).isEqualTo("a1");
    }

    private Connection inbox() {
        Map<String, String> settings = Map.of(
                "oauth.url", "http://127.0.0.1:" + provider.getAddress().getPort() + "/token", "oauth.client", "c");
        return new Connection(new InboxId(1), "Care", settings, Map.copyOf(kept), (name, stale, refresh) -> {
            kept.putAll(refresh.apply(Map.copyOf(kept)));
            return Map.copyOf(kept);
        });
    }

    private void answering(int status, String json) {
        provider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

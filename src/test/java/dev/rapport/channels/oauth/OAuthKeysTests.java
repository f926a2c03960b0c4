package dev.rapport.channels.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
    private final List<String> signed = new ArrayList<>();
    private final Map<String, String> kept = new HashMap<>(Map.of("oauth.refresh", "r 1", "oauth.secret", "s"));
    private final Calls calls = new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC());

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void keyIsRenewedOnceAndUsedUntilItRunsOut() {
        answering(200, "{\"access_token\":\"a1\",\"expires_in\":3600,\"refresh_token\":\"r2\"}");

        assertThat(keys().fresh()).isEqualTo("a1");
        assertThat(keys().fresh()).isEqualTo("a1");

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

        assertThat(keys().fresh()).isEqualTo("a2");
        assertThat(kept).containsEntry("oauth.refresh", "r 1");
    }

    @Test
    void keyThatIsRefusedIsRenewedAndTheCallIsMadeAgain() {
        answering(200, "{\"access_token\":\"a1\",\"expires_in\":3600,\"scope\":\"read submit\"}");
        List<String> keysSeen = new ArrayList<>();
        provider.createContext("/asked", exchange -> {
            keysSeen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(keysSeen.size() == 1 ? 401 : 200, -1);
            exchange.close();
        });
        kept.putAll(Map.of(
                "oauth.access",
                "revoked",
                "oauth.until",
                Long.toString(Clock.systemUTC().instant().getEpochSecond() + 3_000)));

        OAuthKeys keys = keys();

        assertThat(keys.make(Call.get(URI.create(address() + "/asked"))).status())
                .isEqualTo(200);
        assertThat(keysSeen).containsExactly("Bearer revoked", "Bearer a1");
        assertThat(keys.scopes()).containsExactlyInAnyOrder("read", "submit");
    }

    @Test
    void secretGoesIntoTheHeaderWhereTheProviderWantsIt() {
        answering(200, "{\"access_token\":\"a1\",\"expires_in\":3600}");

        new OAuthKeys(calls, Clock.systemUTC(), inbox(), TokenEndpoint.basic(address() + "/token", "tests/1")).fresh();

        assertThat(asked).containsExactly("grant_type=refresh_token&client_id=c&refresh_token=r+1");
        assertThat(signed).containsExactly("Basic Yzpz tests/1");
    }

    @Test
    void providerThatRenewsNoMoreAsksForANewSignIn() {
        answering(400, "{\"error\":\"invalid_grant\"}");

        assertThatThrownBy(() -> keys().fresh()).isInstanceOf(Fault.Auth.class).hasMessageContaining("invalid_grant");
    }

    @Test
    void providerThatFailsIsAskedAgainLater() {
        answering(503, "");

        assertThatThrownBy(() -> keys().fresh()).isInstanceOf(Fault.Broken.class);
    }

    private OAuthKeys keys() {
        return new OAuthKeys(calls, Clock.systemUTC(), inbox(), TokenEndpoint.form(address() + "/token"));
    }

    private String address() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    private Connection inbox() {
        Map<String, String> settings = Map.of("oauth.client", "c");
        return new Connection(new InboxId(1), "Care", settings, Map.copyOf(kept), (name, stale, refresh) -> {
            kept.putAll(refresh.apply(Map.copyOf(kept)));
            return Map.copyOf(kept);
        });
    }

    private void answering(int status, String json) {
        provider.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signed.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
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

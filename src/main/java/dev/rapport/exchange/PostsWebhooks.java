package dev.rapport.exchange;

import dev.rapport.shared.OutsideHosts;
import dev.rapport.shared.WebhookSignature;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one message after the other, each until somebody says 2xx or three days are over. The number of a message stays, so
 * that a receiver knows one that came twice.
 */
@Component
class PostsWebhooks {

    /** How long to wait after each failure; when they are used up the message is dead. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration SENT_ARE_KEPT = Duration.ofDays(7);
    private static final int GONE = 410;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final WebhookStore store;
    private final Webhooks webhooks;
    private final OutsideHosts hosts;
    private final Clock clock;

    PostsWebhooks(WebhookStore store, Webhooks webhooks, OutsideHosts hosts, Clock clock) {
        this.store = store;
        this.webhooks = webhooks;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Sends the message that is due. Returns false when there is none. */
    boolean sendNext() throws InterruptedException {
        Optional<WebhookStore.Leaving> next = store.claim(LEASE);
        if (next.isPresent()) {
            send(next.get());
        }
        return next.isPresent();
    }

    void tidy() {
        store.forgetSent(SENT_ARE_KEPT);
    }

    private void send(WebhookStore.Leaving message) throws InterruptedException {
        try {
            URI address = URI.create(message.url());
            hosts.check(address);
            int status = client.send(request(message, address), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                store.sent(message.id(), status);
            } else if (status == GONE) {
                store.turn(message.webhook(), false, "The other system answers 410: it wants nothing more.");
                store.failed(message.id(), status, "It answers 410.", null);
            } else {
                failed(message, status, "It answers " + status + ".");
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            failed(message, null, "It cannot be reached.");
        } catch (HttpTimeoutException e) {
            failed(message, null, "It did not answer within " + READ.toSeconds() + " seconds.");
        } catch (IOException | OutsideHosts.NotOutside e) {
            failed(message, null, "The connection broke off: " + e.getMessage());
        }
    }

    private void failed(WebhookStore.Leaving message, @Nullable Integer status, String why) {
        boolean dead = message.tries() > WAITS.size();
        store.failed(message.id(), status, why, dead ? null : WAITS.get(message.tries() - 1));
    }

    private HttpRequest request(WebhookStore.Leaving message, URI address) {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        String id = message.id().toString();
        Instant now = clock.instant();
        String signatures = webhooks.secrets(message).stream()
                .map(secret -> WebhookSignature.of(secret, id, now, body))
                .collect(Collectors.joining(" "));
        return HttpRequest.newBuilder(address)
                .timeout(READ)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Rapport")
                .header(WebhookSignature.ID, id)
                .header(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(WebhookSignature.SIGNATURE, signatures)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}

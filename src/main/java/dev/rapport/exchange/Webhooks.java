package dev.rapport.exchange;

import dev.rapport.access.Audit;
import dev.rapport.shared.Keys;
import dev.rapport.shared.OutsideHosts;
import dev.rapport.shared.SecretBox;
import dev.rapport.shared.UserId;
import dev.rapport.shared.WebhookSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tells other systems what happens here: kinds of events and ids, signed, once or more often, never anybody's words. */
@Service
@Transactional
public class Webhooks {

    private final WebhookStore store;
    private final OutsideHosts hosts;
    private final SecretBox box;
    private final Audit audit;
    private final Clock clock;

    Webhooks(WebhookStore store, OutsideHosts hosts, Keys keys, Audit audit, Clock clock) {
        this.store = store;
        this.hosts = hosts;
        this.box = new SecretBox(keys.forEncrypting("exchange.webhooks"));
        this.audit = audit;
        this.clock = clock;
    }

    /** A webhook as it was made, with the secret that is shown once. */
    public record Made(WebhookId id, String secret) {}

    /**
     * Tells who asked for it, in the caller's transaction: exactly what is committed is told.
     *
     * @param data ids and short values
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(WebhookEvent event, Map<String, ?> data) {
        tell(event, List.of(data));
    }

    /** The same for many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(WebhookEvent event, List<? extends Map<String, ?>> each) {
        for (WebhookId webhook : each.isEmpty() ? List.<WebhookId>of() : store.toldOf(event.code())) {
            each.forEach(data -> store.queue(webhook, event.code(), body(event, data)));
        }
    }

    /** Whether anybody wants to be told. */
    @Transactional(readOnly = true)
    public boolean isAnybodyTold(WebhookEvent event) {
        return !store.toldOf(event.code()).isEmpty();
    }

    /** @throws CannotSave when a value cannot be taken */
    public Made add(WriteWebhook command, @Nullable UserId by) {
        WebhookId id = store.insert(checked(command), by);
        String secret = WebhookSignature.newSecret();
        store.seal(id, sealed(id, secret), false);
        audit.record("webhook.added", "webhook", id, Map.of("events", String.join(" ", command.events())));
        return new Made(id, secret);
    }

    /** @throws CannotSave when a value cannot be taken */
    public void change(WebhookId id, WriteWebhook command) {
        store.change(id, checked(command));
        audit.record("webhook.changed", "webhook", id, Map.of("events", String.join(" ", command.events())));
    }

    /** Makes a new secret; the former one signs as well until that is ended. */
    public String exchangeSecret(WebhookId id) {
        String secret = WebhookSignature.newSecret();
        store.seal(id, sealed(id, secret), true);
        audit.record("webhook.secret.changed", "webhook", id, Map.of());
        return secret;
    }

    public void endExchange(WebhookId id) {
        store.endExchange(id);
        audit.record("webhook.secret.former-ended", "webhook", id, Map.of());
    }

    /** Turned off nothing is told; what waits goes on waiting. */
    public void turn(WebhookId id, boolean on) {
        store.turn(id, on, null);
        audit.record(on ? "webhook.turned-on" : "webhook.turned-off", "webhook", id, Map.of());
    }

    public void remove(WebhookId id) {
        if (store.remove(id)) {
            audit.record("webhook.removed", "webhook", id, Map.of());
        }
    }

    /** Sends something that means nothing, to see whether it arrives. */
    public UUID test(WebhookId id) {
        return store.queue(id, WebhookEvent.TEST.code(), body(WebhookEvent.TEST, Map.of("webhook", id.value())));
    }

    /** Sends dead messages again: one, or all when none is named. Returns how many. */
    public int revive(WebhookId id, @Nullable UUID message) {
        return store.revive(id, message);
    }

    @Transactional(readOnly = true)
    public List<Webhook> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> find(WebhookId id) {
        return store.find(id);
    }

    /** The dead ones first, then the latest, at most 100. */
    @Transactional(readOnly = true)
    public List<WebhookMessage> messages(WebhookId id) {
        return store.messages(id);
    }

    /** The secrets a message is signed by, in the order of their age. */
    List<String> secrets(WebhookStore.Leaving message) {
        String secret = opened(message.webhook(), message.secret());
        byte[] former = message.former();
        return former == null ? List.of(secret) : List.of(secret, opened(message.webhook(), former));
    }

    private WriteWebhook checked(WriteWebhook command) {
        String name = command.name().strip();
        if (name.isEmpty() || name.length() > 100) {
            throw new CannotSave("name", "exchange.webhook.problem.name");
        }
        List<String> events = command.events().stream()
                .filter(code -> WebhookEvent.of(code).isPresent())
                .distinct()
                .toList();
        if (events.isEmpty()) {
            throw new CannotSave("event", "exchange.webhook.problem.events");
        }
        try {
            hosts.check(URI.create(command.url().strip()));
        } catch (OutsideHosts.NotOutside | IllegalArgumentException e) {
            throw new CannotSave("url", "exchange.webhook.problem.url");
        }
        return new WriteWebhook(name, command.url().strip(), events);
    }

    private String body(WebhookEvent event, Map<String, ?> data) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type", event.code(), "timestamp", clock.instant().toString(), "data", data));
    }

    private byte[] sealed(WebhookId id, String secret) {
        return box.seal(secret.getBytes(StandardCharsets.UTF_8), place(id));
    }

    private String opened(WebhookId id, byte[] secret) {
        return new String(box.open(secret, place(id)), StandardCharsets.UTF_8);
    }

    private static String place(WebhookId id) {
        return "webhook " + id.value();
    }
}

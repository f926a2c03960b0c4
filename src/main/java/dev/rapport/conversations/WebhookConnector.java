package dev.rapport.conversations;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import dev.rapport.shared.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that other programs bring, in the neutral form and signed as our own webhooks are: one object or a list of them.
 * For sources nobody has written a connector for.
 */
@Component
class WebhookConnector implements Receiver {

    static final String SECRET = "signing";

    private final JsonMapper json = JsonMapper.shared();

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public Abilities abilities() {
        return Abilities.NONE;
    }

    @Override
    public Optional<Setup> setup() {
        return Optional.of(new Setup("webhook", true, List.of(Setup.made(SECRET))));
    }

    @Override
    public Receipt receive(Connection inbox, Delivery delivery) {
        List<String> secrets = inbox.eitherSecret(SECRET);
        if (secrets.isEmpty()) {
            return new Receipt.Inert();
        }
        String id = delivery.header(WebhookSignature.ID);
        String at = delivery.header(WebhookSignature.TIMESTAMP);
        String signatures = delivery.header(WebhookSignature.SIGNATURE);
        if (delivery.isQuestion() || id == null || at == null || signatures == null) {
            return new Receipt.Refused("The headers webhook-id, webhook-timestamp and webhook-signature are needed.");
        }
        return WebhookSignature.isGood(secrets, id, at, signatures, delivery.body(), delivery.receivedAt())
                ? new Receipt.Genuine(id)
                : new Receipt.Refused("The signature is wrong, or older than five minutes.");
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        JsonNode body = json.readTree(delivery.body());
        List<Item> items = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(one -> items.add(item(inbox, one)));
        } else {
            items.add(item(inbox, body));
        }
        return Interpreted.of(items);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("What a program brings is not fetched.");
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        throw new Fault.Refused("Nothing can be answered through a webhook that only brings messages.");
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.of(new Landing(false, null));
    }

    @Override
    public Health probe(Connection inbox) {
        return Health.of(List.of());
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private Item item(Connection inbox, JsonNode message) {
        try {
            Map<String, Object> values = json.treeToValue(message, Map.class);
            return new Item.Read(HeardForm.read(values, inbox.name().strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException | JacksonException e) {
            byte[] raw = message.toString().getBytes(StandardCharsets.UTF_8);
            return new Item.Unreadable(message.path("id").asString(""), raw, String.valueOf(e.getMessage()));
        }
    }
}

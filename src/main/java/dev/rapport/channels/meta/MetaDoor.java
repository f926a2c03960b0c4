package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.shared.Hmac;
import java.util.List;
import java.util.Optional;

/**
 * How Meta proves a delivery, and asks whether an address is ours.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests">verification</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads">signatures</a>
 */
final class MetaDoor {

    static final String APP_SECRET = "app-secret";
    static final String VERIFY = "verify";

    private MetaDoor() {}

    static Receipt receive(Connection inbox, Delivery delivery) {
        return delivery.isQuestion() ? answer(inbox, delivery) : proven(inbox, delivery);
    }

    private static Receipt answer(Connection inbox, Delivery question) {
        List<String> tokens = inbox.eitherSecret(VERIFY);
        String given = question.parameter("hub.verify_token");
        String challenge = question.parameter("hub.challenge");
        if (tokens.isEmpty()) {
            return new Receipt.Inert();
        }
        boolean good = "subscribe".equals(question.parameter("hub.mode"))
                && given != null
                && challenge != null
                && tokens.stream().anyMatch(token -> Hmac.same(token, given));
        return good ? new Receipt.Answer(String.valueOf(challenge)) : new Receipt.Refused("The verify token is wrong.");
    }

    private static Receipt proven(Connection inbox, Delivery delivery) {
        List<String> secrets = inbox.eitherSecret(APP_SECRET);
        if (secrets.isEmpty()) {
            return new Receipt.Inert();
        }
        Optional<byte[]> given = Hmac.hex(delivery.header("X-Hub-Signature-256"), "sha256=");
        if (given.isEmpty()) {
            return new Receipt.Refused("The header X-Hub-Signature-256 is needed.");
        }
        boolean good =
                secrets.stream().anyMatch(secret -> Hmac.same(Hmac.sha256(secret, delivery.body()), given.get()));
        return good ? new Receipt.Genuine(null) : new Receipt.Refused("The signature is wrong.");
    }
}

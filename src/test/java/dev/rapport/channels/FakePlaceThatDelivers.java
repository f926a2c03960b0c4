package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A place in memory that brings lines of text, signed. A line {@code ?} cannot be read, one that begins with {@code to } is for
 * somebody else.
 */
public class FakePlaceThatDelivers extends FakeConnector implements Receiver {

    static final String SECRET = "signing";

    volatile boolean breaks;

    @Override
    public String kind() {
        return "brings";
    }

    @Override
    public Receipt receive(Connection inbox, Delivery delivery) {
        List<String> secrets = inbox.eitherSecret(SECRET);
        if (secrets.isEmpty()) {
            return new Receipt.Inert();
        }
        if (delivery.isQuestion()) {
            return new Receipt.Answer(String.valueOf(delivery.parameter("challenge")));
        }
        byte[] given = Hmac.hex(delivery.header("X-Signature"), "sha256=").orElse(new byte[0]);
        boolean good = secrets.stream().anyMatch(secret -> Hmac.same(Hmac.sha256(secret, delivery.body()), given));
        return good ? new Receipt.Genuine(delivery.header("X-Id")) : new Receipt.Refused("The signature is wrong");
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        if (breaks) {
            throw new IllegalStateException("Nobody has taught me this");
        }
        List<Item> items = new ArrayList<>();
        List<String> unrouted = new ArrayList<>();
        for (String line : new String(delivery.body(), StandardCharsets.UTF_8).split("\n")) {
            if (line.equals("?")) {
                items.add(new Item.Unreadable(line, new byte[0], "A line cannot be read"));
            } else if (line.startsWith("to ")) {
                unrouted.add("Nobody here is called “" + line.substring(3) + "”.");
            } else {
                items.add(new Item.Read(heard(line, line)));
            }
        }
        return new Interpreted(items, unrouted);
    }

    static String signed(String secret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(Hmac.sha256(secret, body));
    }
}

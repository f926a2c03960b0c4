package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a batch apart: what can be read, what cannot, and what is about somebody that this inbox does not stand for. */
final class MetaBatchReader {

    /** Reads one part of a batch; what it does not know it names. */
    interface Parts {

        /** Whether an entry is about the page, account or business of this inbox. */
        boolean isOurs(MetaBatch.Entry entry);

        void change(MetaBatch.Change change, Found found);

        void direct(MetaBatch.Direct direct, Found found);
    }

    /** What was found so far. */
    record Found(List<Item> items, List<String> unrouted) {

        void add(Item item) {
            items.add(item);
        }

        void unknown(String what) {
            unrouted.add(what);
        }
    }

    private MetaBatchReader() {}

    static Interpreted read(Delivery delivery, String object, Parts parts) {
        MetaBatch batch = Payloads.of(delivery.body(), MetaBatch.class);
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (!object.equals(batch.object())) {
            found.unknown("It is about “" + batch.object() + "”, not “" + object + "”.");
            return new Interpreted(found.items(), found.unrouted());
        }
        for (MetaBatch.Entry entry : batch.entries()) {
            if (parts.isOurs(entry)) {
                read(entry, parts, found);
            } else {
                found.unknown("Nobody here stands for number " + entry.id() + ".");
            }
        }
        return new Interpreted(List.copyOf(found.items()), List.copyOf(found.unrouted()));
    }

    private static void read(MetaBatch.Entry entry, Parts parts, Found found) {
        List<MetaBatch.Change> changes = entry.changes();
        if (changes != null) {
            changes.forEach(change -> guarded(change.value(), found, () -> parts.change(change, found)));
        }
        List<MetaBatch.Direct> messages = entry.messaging();
        if (messages != null) {
            messages.forEach(
                    one -> guarded(JsonMapper.shared().valueToTree(one), found, () -> parts.direct(one, found)));
        }
    }

    /** One part that cannot be read does not stop the others. */
    private static void guarded(JsonNode raw, Found found, Runnable part) {
        try {
            part.run();
        } catch (Fault.Broken unreadable) {
            byte[] bytes = raw.toString().getBytes(StandardCharsets.UTF_8);
            found.add(new Item.Unreadable("", bytes, String.valueOf(unreadable.getMessage())));
        }
    }

    /** A part's value as a record. */
    static <T> T value(JsonNode node, Class<T> type) {
        return Payloads.of(node.toString().getBytes(StandardCharsets.UTF_8), type);
    }
}

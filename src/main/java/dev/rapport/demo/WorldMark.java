package dev.rapport.demo;

import dev.rapport.access.Users;
import dev.rapport.channels.ChangeInbox;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.OpenInbox;
import dev.rapport.commerce.Catalogue;
import dev.rapport.exchange.Imports;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a database says of itself: when a world was begun in it, and whether that was finished. It stands in the settings of
 * the world's own inboxes, so it is kept, copied and restored with them.
 */
@Component
@WhenDemo
class WorldMark {

    private static final String BEGAN = "world-began";
    private static final String LAID = "world-laid";

    private final Inboxes inboxes;
    private final Users users;
    private final Catalogue catalogue;
    private final Imports imports;

    WorldMark(Inboxes inboxes, Users users, Catalogue catalogue, Imports imports) {
        this.inboxes = inboxes;
        this.users = users;
        this.catalogue = catalogue;
        this.imports = imports;
    }

    /** When the world was begun; empty when it was not. */
    Optional<Instant> beganAt() {
        return ours().stream().map(inbox -> setting(inbox, BEGAN)).findFirst().map(Instant::parse);
    }

    boolean isLaid() {
        return ours().stream().anyMatch(inbox -> inbox.settings().containsKey(LAID));
    }

    /** Whether nothing was ever done in this database. */
    boolean isEmptyDatabase() {
        return users.active().isEmpty()
                && inboxes.all().isEmpty()
                && catalogue.snapshot().entries().isEmpty()
                && imports.newest(0, 1).isEmpty();
    }

    void begin(List<Place> places, Instant now) {
        for (Place place : places) {
            inboxes.open(new OpenInbox(
                    DemoConnector.KIND,
                    place.name(),
                    place.network(),
                    place.address(),
                    Map.of(BEGAN, now.toString()),
                    Map.of()));
        }
    }

    void finish(Instant now) {
        Inbox one = ours().getFirst();
        Map<String, String> settings = new HashMap<>(one.settings());
        settings.put(LAID, now.toString());
        inboxes.change(new ChangeInbox(one.id(), one.name(), settings, Map.of()));
    }

    private List<Inbox> ours() {
        return inboxes.all().stream()
                .filter(inbox -> inbox.settings().containsKey(BEGAN))
                .toList();
    }

    private static String setting(Inbox inbox, String name) {
        return inbox.settings().getOrDefault(name, "");
    }
}

package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Renewal;
import dev.rapport.shared.InboxId;
import org.springframework.stereotype.Component;

/** Opens an inbox's secrets for the time of one run. */
@Component
class Connections {

    private final InboxStore inboxes;
    private final Secrets secrets;
    private final RenewsSecrets renews;
    private final SpendingStore spendings;

    Connections(InboxStore inboxes, Secrets secrets, RenewsSecrets renews, SpendingStore spendings) {
        this.renews = renews;
        this.spendings = spendings;
        this.inboxes = inboxes;
        this.secrets = secrets;
    }

    Connection of(ClaimedInbox inbox) {
        return new Connection(
                inbox.id(),
                inbox.name(),
                inbox.settings(),
                secrets.open(inbox.id(), inbox.secrets()),
                renewal(inbox.id()),
                spendings.of(inbox.id()));
    }

    /** Keeps what is renewed of an inbox's secrets. */
    Renewal renewal(InboxId inbox) {
        return (name, stale, refresh) -> renews.renew(inbox, name, stale, refresh);
    }

    /** An inbox and the way to it, as they are now. */
    record Way(ClaimedInbox inbox, Connection connection) {}

    Way to(InboxId id) {
        ClaimedInbox inbox = inboxes.look(id).orElseThrow(() -> new IllegalArgumentException("No inbox " + id.value()));
        return new Way(inbox, of(inbox));
    }
}

package dev.rapport.channels.web;

import dev.rapport.channels.ChannelKind;
import dev.rapport.channels.Deliveries;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.PushedInboxes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of an inbox shows of a place that was connected by the common form. */
@Component
class PushedReads {

    private final PushedInboxes pushed;
    private final Inboxes inboxes;
    private final Deliveries deliveries;

    PushedReads(PushedInboxes pushed, Inboxes inboxes, Deliveries deliveries) {
        this.pushed = pushed;
        this.inboxes = inboxes;
        this.deliveries = deliveries;
    }

    /** Null for a place of another sort. */
    @Nullable
    PushedPart of(Inbox inbox) {
        return pushed.kind(inbox.kind()).map(kind -> part(inbox, kind)).orElse(null);
    }

    private PushedPart part(Inbox inbox, ChannelKind kind) {
        Map<String, String> values = new HashMap<>(inbox.settings());
        values.put(PushedForm.NAME, inbox.name());
        boolean isChat = kind.kind().equals("chat");
        return new PushedPart(
                kind,
                isChat ? null : pushed.address(inbox.id()).orElse(null),
                pushed.secretsOf(inbox.id()),
                deliveries.lastReceived(inbox.id()).orElse(null),
                deliveries.shown(inbox.id()),
                new PushedForm(kind.setup(), values),
                PushedController.mailboxes(inboxes),
                isChat ? "/channels/" + inbox.id().value() + "/example" : null);
    }
}

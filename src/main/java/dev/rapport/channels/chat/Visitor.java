package dev.rapport.channels.chat;

import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody in a chat: a number that their browser keeps, until a time. */
record Visitor(InboxId inbox, UUID id, Instant until) {

    /** What colleagues call somebody who said no name. */
    String label() {
        return id.toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }
}

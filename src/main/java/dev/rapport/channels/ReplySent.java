package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.util.UUID;

/** A reply arrived at its channel. */
public record ReplySent(InboxId inbox, UUID key, long conversation, long message) {}

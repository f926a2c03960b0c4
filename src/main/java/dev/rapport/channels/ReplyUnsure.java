package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.util.UUID;

/** A reply may or may not have left, and only a person can find out. */
public record ReplyUnsure(InboxId inbox, UUID key, long conversation, long message) {}

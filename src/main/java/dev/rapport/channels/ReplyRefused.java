package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.util.UUID;

/** A reply was not sent and will not be: its channel declined it or could not be reached. */
public record ReplyRefused(InboxId inbox, UUID key, long conversation, long message, String why) {}

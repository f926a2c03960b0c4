package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.time.Instant;

/** Something that came and could not be read: kept until it can. */
public record UnreadableItem(
        long id, InboxId inbox, String remoteId, String why, int bytes, int tries, Instant keptAt) {}

package dev.rapport.conversations;

import dev.rapport.shared.InboxId;
import java.util.List;

/**
 * Messages that go through the steps together: those with ids from {@code firstId} to {@code lastId} that exist, and the
 * {@code reworded} ones, whose present wording came with this batch.
 *
 * @param history said before we listened: read and counted, but nothing is started by it
 */
public record Batch(long id, InboxId inbox, boolean history, long firstId, long lastId, List<Long> reworded) {}

package dev.rapport.channels.spi;

import dev.rapport.shared.InboxId;
import java.util.List;
import java.util.UUID;

/**
 * Where everything heard goes in. Called in the caller's transaction, so that a page and its cursor, a file's lines and
 * its progress, are kept or lost together. There is one implementation; ask for it at call time.
 */
public interface Intake {

    /**
     * Takes messages durably, each (inbox, id, revision) once. What follows (placing, reading, cases) happens in batches
     * soon after.
     *
     * @param history true for what was said before we listened: it is read and counted but starts nothing
     */
    Accepted accept(InboxId inbox, List<Heard> heard, boolean history);

    /** A queued reply arrived at its channel; ties our words to their id there, so that their echo is known. */
    void delivered(InboxId inbox, UUID key, Sent sent);

    /** Whether more can be taken now; while it is false nobody fetches. */
    default boolean hasRoom() {
        return true;
    }

    /** A file that came as a link has been fetched, or says in its note why not. */
    default void fetched(InboxId inbox, String remoteId, Media file) {}

    /**
     * How many were new and how many had been taken before, or are kept out because their author was erased since.
     *
     * @param newIds the channel's ids of the new ones
     */
    record Accepted(int added, int repeated, List<Long> messageIds, List<String> newIds) {

        public Accepted(int added, int repeated, List<Long> messageIds) {
            this(added, repeated, messageIds, List.of());
        }
    }
}

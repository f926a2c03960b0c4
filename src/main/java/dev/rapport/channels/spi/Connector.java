package dev.rapport.channels.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of place where people talk. Stateless; every method may throw a {@link Fault}. What is hard (cursor, dedupe, retry,
 * limits, parked items) is done once, around the connectors.
 */
public interface Connector {

    /** The kind of inbox it serves, {@code mail}. */
    String kind();

    Abilities abilities();

    /**
     * The next page after a cursor.
     *
     * @param after what an earlier page of this inbox ended with; empty at the very beginning
     */
    Page fetch(Connection inbox, @Nullable Cursor after);

    /** One attempt to send; {@code reply.key()} was fixed when the reply was queued and is the same at every attempt. */
    Sent send(Connection inbox, Reply reply);

    /** Whether an unsure attempt arrived; asked before anything is sent again. Empty means: cannot be told. */
    Optional<Landing> find(Connection inbox, Reply reply);

    /** Connects, looks whether both directions would work, and says what it saw. */
    Health probe(Connection inbox);

    /** Sends something to itself and waits until it arrives; without steps when the place has no such thing. */
    default Health prove(Connection inbox, Duration atMost) {
        return Health.of(List.of());
    }

    /**
     * Waits until the place has something after the cursor or the time is over; a hint only, the cursor is the truth.
     *
     * @return true when there seems to be something new; connectors that cannot wait return false at once
     */
    default boolean await(Connection inbox, @Nullable Cursor after, Duration atMost) throws InterruptedException {
        return false;
    }

    /** Reads an item again that was kept as unreadable, from its bytes or, where there are none, from the place itself. */
    default Item again(Connection inbox, Item.Unreadable kept) {
        return kept;
    }

    /** The id under which the place will show a reply, where that follows from the reply itself. */
    default Optional<String> idOf(Connection inbox, Reply reply) {
        return Optional.empty();
    }

    /** The host behind an inbox; inboxes of one host are fetched a few at a time. */
    default String host(Connection inbox) {
        return kind();
    }

    /** What has to be entered to connect such a place by the common form; empty for kinds with a form of their own. */
    default Optional<Setup> setup() {
        return Optional.empty();
    }

    /** Who we are there, by the id that our own words carry; asked once, when the place is connected. */
    default Optional<String> ourselves(Connection inbox) {
        return Optional.empty();
    }

    /** How long a place is left alone between two fetches; empty for the usual time. */
    default Optional<Duration> rest(Connection inbox) {
        return Optional.empty();
    }

    /** What can be listened for there. */
    default Set<Search.Kind> searches() {
        return Set.of();
    }

    /** The next page of what a search finds, newest last; the cursor is the search's own. */
    default Page search(Connection inbox, Search search, @Nullable Cursor after) {
        throw new Fault.Refused("Nothing can be searched at a place of the kind “" + kind() + "”.");
    }

    /** Whether {@link #lookAgain} shows what became of messages since they were heard. */
    default boolean looksAgain() {
        return false;
    }

    /** New wordings and deletions among messages heard before; nothing of those that are as they were. */
    default List<Item> lookAgain(Connection inbox, List<Known> heard) {
        return List.of();
    }
}

package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Cursor;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a folder was read. UIDs grow, but a server may show a lower one late, so the last few places are looked at again
 * and {@code seen} says which of them were taken.
 *
 * @param uidvalidity the folder's numbering; another one means that all numbers are new
 * @param uid the highest number read
 * @param floor numbers up to here were never wanted
 */
record MailCursor(long uidvalidity, long uid, long floor, List<Long> seen) {

    private static final int OVERLAP = 20;

    static MailCursor startingAfter(long floor, long uidvalidity) {
        return new MailCursor(uidvalidity, floor, floor, List.of());
    }

    static MailCursor of(Cursor cursor) {
        return JsonMapper.shared().readValue(cursor.json(), MailCursor.class);
    }

    Cursor toCursor() {
        return new Cursor(JsonMapper.shared().writeValueAsString(this));
    }

    /** The lowest number that could still be new. */
    long from() {
        return Math.max(floor, uid - OVERLAP) + 1;
    }

    boolean isNew(long candidate) {
        return candidate >= from() && !seen.contains(candidate);
    }

    MailCursor taken(long taken) {
        return upTo(Math.max(uid, taken), Stream.concat(seen.stream(), Stream.of(taken)));
    }

    /** Nothing up to {@code reached} is left to take. */
    MailCursor reached(long reached) {
        return upTo(Math.max(uid, reached), seen.stream());
    }

    private MailCursor upTo(long highest, Stream<Long> all) {
        List<Long> kept =
                all.filter(one -> one > highest - OVERLAP).distinct().sorted().toList();
        return new MailCursor(uidvalidity, highest, floor, kept);
    }
}

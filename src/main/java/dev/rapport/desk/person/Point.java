package dev.rapport.desk.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a timeline ended, so that the next begins there whatever has come since.
 *
 * @param at in microseconds since 1970
 * @param rank of the kind of entry, which orders what happened at the same moment
 * @param id within its kind
 */
record Point(long at, int rank, long id) implements Comparable<Point> {

    /** Before the first page. */
    static final Point NOW = new Point(Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    private static final Comparator<Point> ORDER =
            Comparator.comparingLong(Point::at).thenComparingInt(Point::rank).thenComparingLong(Point::id);

    static Point of(Instant at, int rank, long id) {
        return new Point(ChronoUnit.MICROS.between(Instant.EPOCH, at), rank, id);
    }

    static Optional<Point> parse(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,18}\\.\\d{1,2}\\.\\d{1,18}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.");
        return Optional.of(new Point(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
    }

    Instant moment() {
        return Instant.EPOCH.plus(at, ChronoUnit.MICROS);
    }

    /** As PostgreSQL reads it. */
    String timestamp() {
        return equals(NOW) ? "infinity" : moment().toString();
    }

    @Override
    public int compareTo(Point other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return at + "." + rank + "." + id;
    }
}

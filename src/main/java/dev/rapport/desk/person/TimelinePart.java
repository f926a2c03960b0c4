package dev.rapport.desk.person;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a timeline, the newest first.
 *
 * @param older where the next page begins; empty at the end
 * @param isFirst whether it begins now
 */
public record TimelinePart(
        long person,
        Show show,
        List<Month> months,
        @Nullable Point older,
        boolean isFirst) {

    /**
     * What happened in one month.
     *
     * @param isBegun whether its beginning stands on the page before
     */
    public record Month(Instant at, boolean isBegun, List<Moment> moments) {}

    /** By months of the reader's calendar; {@code after} is where the page before ended. */
    static List<Month> months(List<Moment> moments, Point after, ZoneId zone) {
        List<Month> months = new ArrayList<>();
        YearMonth before = after.equals(Point.NOW) ? null : month(after.moment(), zone);
        YearMonth now = null;
        for (Moment moment : moments) {
            YearMonth its = month(moment.at(), zone);
            if (!its.equals(now)) {
                months.add(new Month(moment.at(), its.equals(before), new ArrayList<>()));
                now = its;
            }
            months.getLast().moments().add(moment);
        }
        return months;
    }

    private static YearMonth month(Instant at, ZoneId zone) {
        return YearMonth.from(at.atZone(zone));
    }

    public String next() {
        return String.valueOf(older);
    }
}

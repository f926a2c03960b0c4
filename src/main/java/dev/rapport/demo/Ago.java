package dev.rapport.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long before the world began something happened: {@code 12m}, {@code 5h 10m}; {@code 3d 18:42}, three days earlier at
 * that time; {@code 2w sat 10:20}, two weeks before the last Saturday. Days and times are those of one zone, so that an
 * answer never comes before what it answers.
 */
final class Ago {

    private static final Pattern SHORTLY = Pattern.compile("(?:(\\d+)h )?(\\d+)m");
    private static final Pattern DAYS = Pattern.compile("(\\d+)d (\\d\\d:\\d\\d)");
    private static final Pattern WEEKS = Pattern.compile("(\\d+)w ([a-z]{3}) (\\d\\d:\\d\\d)");
    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());

    private Ago() {}

    /**
     * The moment meant.
     *
     * @param began when the world began, in the zone in which days and times are told
     * @throws IllegalArgumentException when it is written in another way
     */
    static OffsetDateTime of(String written, ZonedDateTime began) {
        Matcher parts = SHORTLY.matcher(written);
        if (parts.matches()) {
            long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
            return began.minus(Duration.ofHours(hours).plusMinutes(Long.parseLong(parts.group(2))))
                    .toOffsetDateTime();
        }
        if ((parts = DAYS.matcher(written)).matches()) {
            return at(began.minusDays(Long.parseLong(parts.group(1))), parts.group(2));
        }
        if ((parts = WEEKS.matcher(written)).matches()) {
            ZonedDateTime day = began.with(TemporalAdjusters.previous(day(parts.group(2))));
            return at(day.minusWeeks(Long.parseLong(parts.group(1))), parts.group(3));
        }
        throw new IllegalArgumentException(
                "“" + written + "” says no time; write it as 12m, 5h 10m, 3d 18:42 or 2w sat 10:20.");
    }

    private static OffsetDateTime at(ZonedDateTime day, String time) {
        return day.with(LocalTime.parse(time)).toOffsetDateTime();
    }

    private static DayOfWeek day(String written) {
        return WEEK.stream()
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“" + written + "” is no day of the week."));
    }
}

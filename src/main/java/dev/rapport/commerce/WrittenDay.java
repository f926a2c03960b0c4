package dev.rapport.commerce;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days and moments as files write them. Only what can mean one thing is taken: {@code 05/04/2026} is the fifth of
 * April here and the fourth of May there, so it is refused with what to write instead.
 */
final class WrittenDay {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern DENSE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00(\\.0+)?)?$");
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT);
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private WrittenDay() {}

    /** A day; a midnight without an offset, as spreadsheets and databases write one, is a day too. */
    static LocalDate day(String field, String written) {
        String text = MIDNIGHT.matcher(written.strip()).replaceFirst("");
        LocalDate day;
        Matcher parts = YEAR_FIRST.matcher(text);
        if (parts.matches()) {
            day = of(field, written, parts.group(1), parts.group(3), parts.group(4));
        } else if ((parts = DENSE.matcher(text)).matches()) {
            day = of(field, written, parts.group(1), parts.group(2), parts.group(3));
        } else if ((parts = YEAR_LAST.matcher(text)).matches()) {
            day = yearLast(field, written, parts);
        } else {
            throw new IllegalArgumentException(says(field, written) + "which is no day. Write it as 2026-12-31.");
        }
        return plausible(field, written, day);
    }

    /** A day, or a moment with its offset from UTC. */
    static Bought bought(String field, String written) {
        String text = MIDNIGHT.matcher(written.strip()).replaceFirst("");
        if (text.indexOf(':') < 0) {
            return Bought.on(day(field, text));
        }
        Instant moment = moment(field, text);
        plausible(field, written, LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return Bought.at(moment);
    }

    private static Instant moment(String field, String text) {
        try {
            return OffsetDateTime.parse(text, MOMENT).toInstant();
        } catch (DateTimeParseException unclear) {
            throw new IllegalArgumentException(
                    says(field, text) + "which is no time with its offset. Write it as 2026-12-31T18:30:00+01:00,"
                            + " or the day alone.",
                    unclear);
        }
    }

    /** With points between it is day, month, year wherever it is written so; otherwise only numbers above 12 tell. */
    private static LocalDate yearLast(String field, String written, Matcher parts) {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(3));
        boolean isDayFirst = parts.group(2).equals(".") || first > 12 || first == second;
        if (!isDayFirst && second <= 12) {
            throw new IllegalArgumentException(
                    says(field, written) + "which can be two different days. Write the year first, as 2026-12-31.");
        }
        return isDayFirst
                ? of(field, written, parts.group(4), parts.group(3), parts.group(1))
                : of(field, written, parts.group(4), parts.group(1), parts.group(3));
    }

    private static LocalDate of(String field, String written, String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException(
                    says(field, written) + "which is no day of the calendar. Write it as 2026-12-31.", none);
        }
    }

    private static LocalDate plausible(String field, String written, LocalDate day) {
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw new IllegalArgumentException(says(field, written) + "which is before " + EARLIEST + " or after "
                    + LATEST + ". Leave it empty when it only means that nothing is known.");
        }
        return day;
    }

    private static String says(String field, String written) {
        return "The field “" + field + "” says “" + written.strip() + "”, ";
    }
}

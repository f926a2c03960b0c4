package dev.rapport.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days written as {@code 31.1.2026} or {@code 1/31/2026}, with a time behind or not, into {@code 2026-01-31}. */
final class Dates {

    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:[T ](\\d{1,2}:\\d{2}(?::\\d{2})?))?");

    private Dates() {}

    /** What is no such day stays as it is: the target says what is wrong with it. */
    static String read(String text, DateOrder order) {
        Matcher day = DAY.matcher(text.strip());
        if (order == DateOrder.AS_WRITTEN || !day.matches()) {
            return text;
        }
        int first = Integer.parseInt(day.group(1));
        int second = Integer.parseInt(day.group(2));
        boolean isDayFirst = order == DateOrder.DAY_FIRST;
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(3)), isDayFirst ? second : first, isDayFirst ? first : second);
            String time = day.group(4);
            return time == null ? date.toString() : date + "T" + (time.indexOf(':') == 1 ? "0" + time : time);
        } catch (DateTimeException noSuchDay) {
            return text;
        }
    }
}

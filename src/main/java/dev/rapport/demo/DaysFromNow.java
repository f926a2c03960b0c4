package dev.rapport.demo;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Writes the cells of a CSV that hold {@code -120d} or {@code +500d} as days, counted from a day. */
final class DaysFromNow {

    private static final Pattern CELL = Pattern.compile("(?<=[,\\n])([+-]\\d+)d(?=[,\\r\\n]|$)");

    private DaysFromNow() {}

    static String in(String csv, LocalDate day) {
        return CELL.matcher(csv)
                .replaceAll(cell -> day.plusDays(Long.parseLong(cell.group(1))).toString());
    }
}

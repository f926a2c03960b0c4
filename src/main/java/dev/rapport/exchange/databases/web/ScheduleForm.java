package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.Schedule;
import dev.rapport.exchange.databases.Schedule.Every;
import java.time.ZoneId;
import java.util.stream.Stream;

/** Reads when something happens: {@code every} and, of a day, {@code hour}. */
final class ScheduleForm {

    private static final int LAST_HOUR = 23;
    private static final int AT_NIGHT = 3;

    private ScheduleForm() {}

    static Schedule read(String every, String hour, ZoneId zone) {
        Every often = Stream.of(Every.values())
                .filter(one -> one.name().equals(every))
                .findFirst()
                .orElse(Every.HOUR);
        int at = hour.matches("\\d{1,2}") ? Math.min(Integer.parseInt(hour), LAST_HOUR) : AT_NIGHT;
        return new Schedule(often, at, zone);
    }
}

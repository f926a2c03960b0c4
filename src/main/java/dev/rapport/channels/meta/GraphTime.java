package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import tools.jackson.databind.JsonNode;

/** Times as the Graph API writes them: {@code 2026-11-02T09:00:00+0000}, or seconds since 1970. */
final class GraphTime {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private GraphTime() {}

    /** @throws Fault.Broken when it is no time */
    static Instant of(JsonNode time) {
        String given = time.asString("");
        try {
            return given.matches("\\d{1,12}")
                    ? Instant.ofEpochSecond(Long.parseLong(given))
                    : OffsetDateTime.parse(given, FORM).toInstant();
        } catch (DateTimeException noTime) {
            throw new Fault.Broken("“" + given + "” is no time.", noTime);
        }
    }

    /** In seconds since 1970; 0 when it is no time. */
    static long seconds(JsonNode time) {
        try {
            return of(time).getEpochSecond();
        } catch (Fault.Broken noTime) {
            return 0;
        }
    }
}

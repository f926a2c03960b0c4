package dev.rapport.desk.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * A promised reply in words: how late, how soon, or when.
 *
 * @param key the sentence's message key
 * @param value what is filled in
 * @param urgency {@code late}, {@code soon} or empty
 */
public record Due(String key, Object value, String urgency) {

    private static final int SOON = 60;

    /** The promise as somebody in this zone and language reads it now. */
    public static Due of(Instant due, Instant now, ZoneId zone, Locale language) {
        long left = Math.ceilDiv(Duration.between(now, due).toSeconds(), 60);
        if (left < 0) {
            return late(-left);
        }
        if (left <= SOON) {
            return new Due("due.soon", left, "soon");
        }
        Locale spelling = language.getLanguage().equals("en") ? Locale.UK : language;
        ZonedDateTime local = due.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        DateTimeFormatter time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(spelling);
        if (local.toLocalDate().equals(today)) {
            return new Due("due.today", local.format(time), "");
        }
        if (local.toLocalDate().equals(today.plusDays(1))) {
            return new Due("due.tomorrow", local.format(time), "");
        }
        return new Due("due.day", local.format(DateTimeFormatter.ofPattern("d MMM", spelling)), "");
    }

    private static Due late(long minutes) {
        if (minutes < 60) {
            return new Due("due.late.minutes", minutes, "late");
        }
        return minutes < 48 * 60
                ? new Due("due.late.hours", minutes / 60, "late")
                : new Due("due.late.days", minutes / (24 * 60), "late");
    }

    /** The icon beside it. */
    public String icon() {
        return urgency.equals("late") ? "alert" : "clock";
    }
}

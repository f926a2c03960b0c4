package dev.rapport.shared.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Says a moment the way somebody in this language and zone would. */
final class Times {

    private final Texts texts;
    private final Locale language;
    private final ZoneId zone;
    private final Clock clock;

    Times(Texts texts, Locale language, ZoneId zone, Clock clock) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
    }

    /** The distance to now within a day ("5 min", "in 3 h"), else the day. */
    String ago(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        String way = since.isNegative() ? "time.in." : "time.ago.";
        long minutes = since.abs().toMinutes();
        if (minutes < 1) {
            return texts.text(language, "time.now");
        }
        if (minutes < 60) {
            return texts.text(language, way + "minutes", minutes);
        }
        return minutes < 24 * 60 ? texts.text(language, way + "hours", minutes / 60) : day(at);
    }

    /** The time today, the day and time otherwise. */
    String at(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        String time = local.format(
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(spelling()));
        return local.toLocalDate().equals(day()) ? time : texts.text(language, "time.at", day(at), time);
    }

    /** The day, with its year when that is not this year's. */
    String day(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    /** The same of a day that has no hour. */
    String date(LocalDate day) {
        String pattern = day.getYear() == day().getYear() ? "d MMM" : "d MMM uuuu";
        return day.format(DateTimeFormatter.ofPattern(pattern, spelling()));
    }

    /** "Today", or the day without its year, where that stands above. */
    String today(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return date.equals(day())
                ? texts.text(language, "time.today")
                : date.format(DateTimeFormatter.ofPattern("d MMM", spelling()));
    }

    /** Today's weekday, day and month. */
    String today() {
        return day().format(DateTimeFormatter.ofPattern("EEEE d MMMM", spelling()));
    }

    String month(Instant at) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern("LLLL uuuu", spelling()));
    }

    /** From one moment to a later one in its largest unit. */
    String span(Instant from, Instant to) {
        long minutes = Math.max(Duration.between(from, to).toMinutes(), 1);
        if (minutes < 60) {
            return texts.text(language, "time.ago.minutes", minutes);
        }
        return minutes < 48 * 60
                ? texts.text(language, "time.ago.hours", minutes / 60)
                : texts.text(language, "time.days", minutes / (24 * 60));
    }

    /** Day, time and zone in full, for a tooltip. */
    String full(Instant at) {
        return at.atZone(zone)
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(spelling()));
    }

    private LocalDate day() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Plain English means the twelve-hour clock of the United States to Java; the rest of the world reads 24. */
    private Locale spelling() {
        return language.getLanguage().equals("en") ? Locale.UK : language;
    }
}

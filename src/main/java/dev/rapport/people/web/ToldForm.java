package dev.rapport.people.web;

import dev.rapport.conversations.Spoken;
import dev.rapport.conversations.SpokenBy;
import dev.rapport.shared.web.FormProblems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is filled in when somebody told one of us something; every field may be missing.
 *
 * @param who a name, as typed
 * @param speaker the chosen person's id, {@code new} for somebody unknown until now, {@code nobody} for a stranger
 * @param on the day it was said; empty for just now
 * @param moment when it was written down without a network, ISO 8601; empty for now
 */
public record ToldForm(
        @Nullable UUID key,
        @Nullable String who,
        @Nullable String speaker,
        @Nullable SpokenBy how,
        @Nullable String words,
        @Nullable String place,
        @Nullable String on,
        @Nullable String moment) {

    static final String NEW = "new";
    static final String NOBODY = "nobody";

    private static final LocalTime SOME_TIME_THAT_DAY = LocalTime.NOON;

    static ToldForm empty() {
        return new ToldForm(UUID.randomUUID(), "", "", SpokenBy.FACE_TO_FACE, "", "", "", "");
    }

    /** The same form with every field there. */
    ToldForm whole() {
        return new ToldForm(
                key == null ? UUID.randomUUID() : key,
                text(who),
                text(speaker),
                how == null ? SpokenBy.FACE_TO_FACE : how,
                words == null ? "" : words,
                text(place),
                text(on),
                text(moment));
    }

    /** The same about a known person. */
    ToldForm about(String name, long person) {
        return new ToldForm(key, name, Long.toString(person), how, words, place, on, moment);
    }

    FormProblems problems(ZoneId zone, Clock clock) {
        int length = words == null ? 0 : words.strip().length();
        return FormProblems.none()
                .when(length == 0, "words", "told.problem.words")
                .when(length > Spoken.LONGEST, "words", "told.problem.long")
                .when(saidAt(zone, clock) == null, "on", "told.problem.day");
    }

    /** When it was said; empty when the day is none, or has not come yet. */
    @Nullable
    Instant saidAt(ZoneId zone, Clock clock) {
        Instant written = writtenAt(clock);
        LocalDate today = LocalDate.ofInstant(written, zone);
        if (text(on).isEmpty() || text(on).equals(today.toString())) {
            return written;
        }
        try {
            LocalDate day = LocalDate.parse(text(on));
            return day.isAfter(today)
                    ? null
                    : day.atTime(SOME_TIME_THAT_DAY).atZone(zone).toInstant();
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** What a device says of its own clock is believed as far as it lies behind us. */
    private Instant writtenAt(Clock clock) {
        Instant now = clock.instant();
        try {
            Instant said = text(moment).isEmpty() ? now : Instant.parse(text(moment));
            return said.isAfter(now) ? now : said;
        } catch (DateTimeParseException noMoment) {
            return now;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}

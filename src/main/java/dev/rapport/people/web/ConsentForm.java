package dev.rapport.people.web;

import dev.rapport.people.Consent;
import dev.rapport.people.Purpose;
import dev.rapport.people.RecordConsent;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.FormProblems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down about a consent, as it came from the screen. */
public record ConsentForm(
        @Nullable Purpose purpose,
        @Nullable String channel,
        Consent.@Nullable Answer answer,
        @Nullable String saidOn,
        Consent.@Nullable How saidHow,
        @Nullable String words,
        @Nullable String document) {

    private static final int LONGEST = 4_000;

    static ConsentForm empty(LocalDate today) {
        return new ConsentForm(
                Purpose.MARKETING, "", Consent.Answer.GRANTED, today.toString(), Consent.How.IN_WRITING, "", "");
    }

    FormProblems problems(LocalDate today) {
        LocalDate day = day();
        return FormProblems.none()
                .when(purpose == null, "purpose", "privacy.problem.purpose")
                .when(answer == null, "answer", "privacy.problem.answer")
                .when(saidHow == null, "saidHow", "privacy.problem.how")
                .when(channel == null || !PrivacyPage.CHANNELS.contains(channel), "channel", "privacy.problem.channel")
                .when(day == null || day.isAfter(today), "saidOn", "privacy.problem.day")
                .when(isLong(words) || isLong(document), "words", "privacy.problem.long");
    }

    /** Only after {@link #problems} found none. */
    RecordConsent command(PersonId person, UserId by) {
        return new RecordConsent(
                person,
                known(purpose),
                known(channel),
                known(answer),
                known(day()),
                known(saidHow),
                words,
                document,
                by);
    }

    private @Nullable LocalDate day() {
        try {
            return saidOn == null ? null : LocalDate.parse(saidOn);
        } catch (DateTimeParseException unclear) {
            return null;
        }
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    private static <T> T known(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}

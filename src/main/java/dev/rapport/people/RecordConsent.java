package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what somebody said about the use of their data.
 *
 * @param channel a kind of channel, {@code mail}; empty for all
 */
public record RecordConsent(
        PersonId person,
        Purpose purpose,
        String channel,
        Consent.Answer answer,
        LocalDate saidOn,
        Consent.How saidHow,
        @Nullable String words,
        @Nullable String document,
        UserId by) {

    public RecordConsent {
        words = words == null || words.isBlank() ? null : words.strip();
        document = document == null || document.isBlank() ? null : document.strip();
    }
}

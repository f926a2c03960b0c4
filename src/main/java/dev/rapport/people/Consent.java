package dev.rapport.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about the use of their data, once. It is never changed; what they say later is another.
 *
 * @param channel a kind of channel, {@code mail}; empty for all
 * @param words in which they said it
 * @param document where the proof is kept
 * @param recordedBy the name of the user who wrote it down
 */
public record Consent(
        long id,
        Purpose purpose,
        String channel,
        Answer answer,
        LocalDate saidOn,
        How saidHow,
        @Nullable String words,
        @Nullable String document,
        @Nullable String recordedBy,
        Instant recordedAt) {

    public boolean isGranted() {
        return answer == Answer.GRANTED;
    }

    /** What they said. */
    public enum Answer {
        GRANTED,
        REFUSED,
        /** They had granted it before. */
        WITHDRAWN;

        /** The message key of its name. */
        public String key() {
            return "privacy.answer." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** How they said it. */
    public enum How {
        IN_WRITING,
        ONLINE,
        BY_PHONE,
        FACE_TO_FACE;

        /** The message key of its name. */
        public String key() {
            return "privacy.how." + name().toLowerCase(Locale.ROOT);
        }
    }
}

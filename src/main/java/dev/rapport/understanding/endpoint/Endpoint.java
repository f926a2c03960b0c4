package dev.rapport.understanding.endpoint;

import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model outside of this house and what it may be asked.
 *
 * @param address what comes before {@code /chat/completions}
 * @param hasKey whether a key is kept for that address; the key itself is never shown
 * @param readings whether it is asked about messages our reader is unsure of
 * @param drafts whether it is asked for drafts of replies
 * @param privateToo whether what was said in private may leave
 * @param below readings less sure than this are asked about, 0 to 1
 * @param trouble of the last call that failed; empty when none ever did
 * @param troubleStatus what the server answered then, where it did
 * @param faults calls that failed since the last that did not
 */
public record Endpoint(
        String address,
        String model,
        boolean hasKey,
        boolean readings,
        boolean drafts,
        boolean privateToo,
        double below,
        int callsADay,
        boolean isOn,
        UserId consentedBy,
        Instant consentedAt,
        int faults,
        @Nullable Instant pausedUntil,
        @Nullable Trouble trouble,
        @Nullable Integer troubleStatus,
        @Nullable Instant troubleAt) {

    public boolean reads() {
        return isOn && readings;
    }

    public boolean drafts(boolean inPrivate) {
        return isOn && drafts && (privateToo || !inPrivate);
    }

    boolean isFor(Purpose purpose) {
        return switch (purpose) {
            case READING -> readings;
            case DRAFT -> drafts;
            case TRIAL -> true;
        };
    }

    public boolean isPaused(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }
}

package dev.rapport.understanding;

import dev.rapport.shared.UserId;
import java.time.Instant;

/**
 * What somebody here said a reading should have been.
 *
 * @param said what the reader had said, as the change would be written
 * @param confidence how sure the reader was, 0 to 1
 */
public record Correction(
        CorrectionId id, Wording wording, Change change, String said, double confidence, UserId by, Instant at) {

    /** Whether the reader had been right. */
    public boolean confirms() {
        return ChangeColumns.of(change).value().equals(said);
    }
}

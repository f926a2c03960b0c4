package dev.rapport.desk.corrections;

import dev.rapport.desk.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message with what can be said about its reading.
 *
 * @param panel the open forms; empty when they are closed
 * @param isBack whether the reader comes back from the forms
 */
public record CorrectionPage(
        long conversation, Entry.Said said, @Nullable CorrectionPanel panel, boolean isBack) {

    /** The forms of a page that was opened with them. */
    CorrectionPanel open() {
        return Objects.requireNonNull(panel);
    }
}

package dev.rapport.understanding.web;

import dev.rapport.understanding.Difference;
import dev.rapport.understanding.Outlook;
import dev.rapport.understanding.RereadingRun;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reading history again: what it would change, and how far it is.
 *
 * @param behind how many of the newest messages were read with other rules
 * @param since from which day on it is looked at; empty for all of it
 * @param outlook empty until somebody asks for it
 * @param run the last one that was started
 */
public record RereadPage(
        long behind,
        @Nullable LocalDate since,
        @Nullable Outlook outlook,
        @Nullable RereadingRun run) {

    private static final int LETTERS = 240;

    /** As many words of a message as one looks at. */
    public static String shown(Difference one) {
        return Excerpt.beginning(one.words(), LETTERS);
    }

    public boolean isRunning() {
        return run != null && run.isRunning();
    }

    public String day() {
        return since == null ? "" : since.toString();
    }
}

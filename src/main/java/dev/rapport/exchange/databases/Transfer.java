package dev.rapport.exchange.databases;

import dev.rapport.exchange.spi.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that comes from a database, or is written back into it, again and again.
 *
 * @param watermark how far it was read; none before the first import is over
 * @param dueAt when it runs next
 * @param failures how many runs failed one after the other
 * @param last its latest run
 */
public record Transfer(
        TransferId id,
        DatabaseId database,
        String name,
        Plan plan,
        Schedule schedule,
        @Nullable String watermark,
        @Nullable Instant dueAt,
        int failures,
        @Nullable TransferRun last) {

    public boolean isIntake() {
        return plan instanceof Intake;
    }

    /** Where its page is. */
    public String path() {
        return "/databases/" + database.value() + "/transfers/" + id.value();
    }

    /** Why it does not go on; none when the last run went well. */
    public @Nullable Reason problem() {
        return last == null || last.state() != TransferRun.State.FAILED ? null : last.why();
    }
}

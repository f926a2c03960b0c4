package dev.rapport.conversations;

import dev.rapport.shared.Sql;

/** Takes what was heard through all steps at once, for tests of what comes of it. */
public final class WorksBatches {

    private final BatchRunner runner;
    private final BatchStore batches;
    private final Sql sql;

    WorksBatches(BatchRunner runner, BatchStore batches, Sql sql) {
        this.runner = runner;
        this.batches = batches;
        this.sql = sql;
    }

    public void workThrough() {
        while (batches.waiting() > 0) {
            sql.sql("update conversations.batches set due_at = now() where next_step is not null")
                    .update();
            runner.runOne();
        }
    }
}

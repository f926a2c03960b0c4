package dev.rapport.conversations;

/**
 * A module's part in one step. Several may share a step; each runs in the transaction that also marks the batch as done, so
 * a batch that fails half-way is taken again from the start and one that succeeded is never taken twice.
 */
public interface BatchStep {

    Step step();

    /** Does the step for all messages of the batch, set-wise. May be given a batch of one when a larger one failed. */
    void take(Batch batch);
}

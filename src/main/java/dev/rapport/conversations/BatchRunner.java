package dev.rapport.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one batch one step further, in one transaction. A batch that fails is tried again later; one that keeps failing is
 * taken message by message, so that a single bad one is parked and stops none of the others.
 */
@Component
class BatchRunner {

    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    private static final int TRIES_TOGETHER = 4;

    private final BatchStore store;
    private final ObjectProvider<BatchStep> steps;
    private final SingleMessages singly;
    private final ErasedAuthors erased;
    private final TransactionTemplate transaction;

    BatchRunner(
            BatchStore store,
            ObjectProvider<BatchStep> steps,
            SingleMessages singly,
            ErasedAuthors erased,
            TransactionTemplate transaction) {
        this.store = store;
        this.steps = steps;
        this.singly = singly;
        this.erased = erased;
        this.transaction = transaction;
    }

    /**
     * Runs the step that is due for one batch.
     *
     * @return whether there was one
     */
    boolean runOne() {
        Attempt attempt = new Attempt();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                erased.holdStill();
                Optional<BatchStore.Claim> claim = store.claim();
                attempt.claim = claim.orElse(null);
                claim.ifPresent(this::take);
                return claim.isPresent();
            }));
        } catch (RuntimeException failure) {
            BatchStore.Claim claim = attempt.claim;
            if (claim == null) {
                throw failure;
            }
            postpone(claim, failure);
            return true;
        }
    }

    private void take(BatchStore.Claim claim) {
        if (claim.tries() < TRIES_TOGETHER) {
            parts(claim).forEach(part -> part.take(claim.batch()));
        } else {
            singly.take(claim, parts(claim));
        }
        store.advance(claim);
    }

    /** Asked for at call time: the modules that act on messages stand below this one. */
    private List<BatchStep> parts(BatchStore.Claim claim) {
        return steps.orderedStream().filter(part -> part.step() == claim.step()).toList();
    }

    private void postpone(BatchStore.Claim claim, RuntimeException failure) {
        log.warn("Batch {} failed at {} (try {})", claim.batch().id(), claim.step(), claim.tries() + 1, failure);
        Duration delay = Duration.ofSeconds(Math.min(60, 1L << Math.min(claim.tries(), 6)));
        transaction.executeWithoutResult(status ->
                store.postpone(claim, failure.getClass().getSimpleName() + ": " + failure.getMessage(), delay));
    }

    /** What a failed transaction was about; known outside of it. */
    private static final class Attempt {
        BatchStore.@org.jspecify.annotations.Nullable Claim claim;
    }
}

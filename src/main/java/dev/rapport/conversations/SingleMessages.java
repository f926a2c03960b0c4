package dev.rapport.conversations;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a failing batch one message at a time, each behind a savepoint, and parks those that fail by themselves. */
@Component
class SingleMessages {

    private final BatchStore store;
    private final MessageStore messages;
    private final Payload payload;
    private final TransactionTemplate savepoint;

    SingleMessages(BatchStore store, MessageStore messages, Payload payload, PlatformTransactionManager transactions) {
        this.store = store;
        this.messages = messages;
        this.payload = payload;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void take(BatchStore.Claim claim, List<BatchStep> parts) {
        Batch batch = claim.batch();
        for (long id : ids(claim)) {
            try {
                savepoint.executeWithoutResult(status -> parts.forEach(part -> part.take(only(batch, id))));
            } catch (RuntimeException failure) {
                park(claim, id, failure);
            }
        }
    }

    private static Batch only(Batch batch, long id) {
        boolean reworded = batch.reworded().contains(id);
        return new Batch(
                batch.id(),
                batch.inbox(),
                batch.history(),
                reworded ? 1 : id,
                reworded ? 0 : id,
                reworded ? List.of(id) : List.of());
    }

    private List<Long> ids(BatchStore.Claim claim) {
        if (claim.step() == Step.PLACED) {
            return entries(claim).stream()
                    .map(Payload.Entry::messageId)
                    .distinct()
                    .toList();
        }
        return java.util.stream.Stream.concat(
                        messages.existing(claim.batch()).stream(), claim.batch().reworded().stream())
                .toList();
    }

    private void park(BatchStore.Claim claim, long id, RuntimeException failure) {
        List<Payload.Entry> own = claim.step() == Step.PLACED
                ? entries(claim).stream()
                        .filter(entry -> entry.messageId() == id)
                        .toList()
                : List.of();
        String why = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        store.park(claim, id, why, own.isEmpty() ? null : payload.write(own));
    }

    private List<Payload.Entry> entries(BatchStore.Claim claim) {
        byte[] raw = store.payload(claim.batch().id());
        return raw == null ? List.of() : payload.read(raw);
    }
}

package dev.rapport.understanding;

import dev.rapport.shared.ErasureLock;
import dev.rapport.understanding.embedding.Embedding;
import dev.rapport.understanding.embedding.Embeddings;
import dev.rapport.understanding.embedding.ModelFailed;
import dev.rapport.understanding.embedding.ModelFolder;
import dev.rapport.understanding.embedding.SentenceModel;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes the vectors that are wanted, the newest messages first, a few at a time. */
@Component
class EmbedsMessages {

    private static final Logger log = LoggerFactory.getLogger(EmbedsMessages.class);

    /** Somebody who is to be erased waits no longer than these take. */
    private static final int AT_A_TIME = 16;

    private final Embeddings embeddings;
    private final ModelFolder folder;
    private final EmbeddingStore store;
    private final ErasureLock erasures;
    private final TransactionTemplate transaction;

    EmbedsMessages(
            Embeddings embeddings,
            ModelFolder folder,
            EmbeddingStore store,
            ErasureLock erasures,
            TransactionTemplate transaction) {
        this.embeddings = embeddings;
        this.folder = folder;
        this.store = store;
        this.erasures = erasures;
        this.transaction = transaction;
    }

    /** Computes the next few; false when none are wanted or there is no model that works. */
    boolean embedNext() {
        if (!embeddings.isOn()) {
            return false;
        }
        try {
            SentenceModel model = folder.open();
            embeddings.worked();
            return Boolean.TRUE.equals(transaction.execute(status -> embedSome(model)));
        } catch (ModelFailed failure) {
            embeddings.failed(failure);
            return false;
        }
    }

    private boolean embedSome(SentenceModel model) {
        erasures.keepOut();
        List<Long> taken = store.take(AT_A_TIME);
        for (EmbeddingStore.Wanted wanted : store.comparable(taken)) {
            embed(model, wanted).ifPresent(found -> store.keep(new EmbeddingStore.Kept(wanted.wording(), found)));
        }
        return !taken.isEmpty();
    }

    /** What the model cannot read is left without a vector and keeps no other message from its own. */
    private static Optional<Embedding> embed(SentenceModel model, EmbeddingStore.Wanted wanted) {
        try {
            return Optional.of(model.of(wanted.words()));
        } catch (ModelFailed failure) {
            log.warn("Message {} cannot be compared by its meaning", wanted.wording(), failure);
            return Optional.empty();
        }
    }
}

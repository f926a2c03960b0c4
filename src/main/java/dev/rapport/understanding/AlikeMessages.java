package dev.rapport.understanding;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.UserId;
import dev.rapport.understanding.embedding.Embeddings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages of different people that mean about the same, whatever words they use, found by the vectors of a sentence model;
 * nothing is found as long as none is on.
 */
@Service
public class AlikeMessages {

    /** Less alike than this are few that are about the same; measured by {@code bin/bench alike}. */
    public static final double ALIKE = 0.5;

    private final EmbeddingStore store;
    private final Embeddings embeddings;

    AlikeMessages(EmbeddingStore store, Embeddings embeddings) {
        this.store = store;
        this.embeddings = embeddings;
    }

    /**
     * A message of somebody else.
     *
     * @param likeness the cosine of both vectors, from {@link #ALIKE} to 1
     */
    public record Alike(MessageId message, double likeness) {}

    /**
     * What somebody said most about in a conversation lately, and what others said that means about the same.
     *
     * @param others the most alike first; at most 300
     */
    public record Found(MessageId message, List<Alike> others) {}

    /**
     * How far the vectors are.
     *
     * @param wanted of how many messages they are still to be computed
     */
    public record Progress(long kept, long wanted) {

        /** The share that is there, 0 to 1. */
        public double share() {
            return kept + wanted == 0 ? 1 : (double) kept / (kept + wanted);
        }
    }

    /** Whether a model is on. */
    @Transactional(readOnly = true)
    public boolean isOn() {
        return embeddings.isOn();
    }

    /** Empty when no model is on, or nothing in the conversation can be compared yet. */
    @Transactional(readOnly = true)
    public Optional<Found> in(ConversationId conversation) {
        return isOn() ? store.fullest(conversation).map(this::others) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Progress progress() {
        return new Progress(store.kept(), store.wanted());
    }

    /**
     * Switches the model on and has the vectors of all messages computed that have none.
     *
     * @throws dev.rapport.understanding.embedding.ModelFailed when there is no model that works
     */
    @Transactional
    public void switchOn(UserId by) {
        embeddings.switchOn(by);
        store.wantAll();
    }

    /** Forgets all vectors; those of an erased person are forgotten with the person anyway. */
    @Transactional
    public void forget(UserId by) {
        embeddings.switchOff(by);
        store.forget();
    }

    private Found others(EmbeddingStore.Kept one) {
        List<Alike> others = store.near(one.wording().message()).stream()
                .map(other ->
                        new Alike(other.wording().message(), one.embedding().likeness(other.embedding())))
                .filter(other -> other.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed())
                .toList();
        return new Found(one.wording().message(), others);
    }
}

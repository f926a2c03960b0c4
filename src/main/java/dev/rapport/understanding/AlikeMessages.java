package dev.rapport.understanding;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.UserId;
import dev.rapport.understanding.embedding.Embedding;
import dev.rapport.understanding.embedding.Embeddings;
import dev.rapport.understanding.embedding.ModelFailed;
import dev.rapport.understanding.embedding.ModelFolder;
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
    private final ModelFolder folder;

    AlikeMessages(EmbeddingStore store, Embeddings embeddings, ModelFolder folder) {
        this.store = store;
        this.embeddings = embeddings;
        this.folder = folder;
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

    /**
     * Messages that mean about the same as some words, the most alike first; empty when no model is on, it does not work, or
     * the words are too few.
     */
    @Transactional(readOnly = true)
    public Optional<List<Alike>> to(String words) {
        if (words.strip().length() < EmbeddingStore.SHORTEST || !isOn()) {
            return Optional.empty();
        }
        try {
            Embedding asked = folder.open().of(words.substring(0, Math.min(words.length(), EmbeddingStore.LONGEST)));
            return Optional.of(alike(asked, store.near(asked, null)));
        } catch (ModelFailed failed) {
            return Optional.empty();
        }
    }

    @Transactional(readOnly = true)
    public Progress progress() {
        return new Progress(store.kept(), store.wanted());
    }

    /**
     * Switches the model on and has the vectors of all messages computed that have none.
     *
     * @throws ModelFailed when there is no model that works
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
        MessageId message = one.wording().message();
        return new Found(message, alike(one.embedding(), store.near(one.embedding(), message)));
    }

    private static List<Alike> alike(Embedding one, List<EmbeddingStore.Kept> near) {
        return near.stream()
                .map(other -> new Alike(other.wording().message(), one.likeness(other.embedding())))
                .filter(other -> other.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed())
                .toList();
    }
}

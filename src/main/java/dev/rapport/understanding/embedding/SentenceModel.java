package dev.rapport.understanding.embedding;

/** Turns words into vectors; what means about the same lies close together. */
@FunctionalInterface
public interface SentenceModel {

    /**
     * The vector of some words.
     *
     * @param words not blank
     * @throws ModelFailed when the model cannot read them
     */
    Embedding of(String words);
}

package dev.rapport.understanding.embedding;

/** Finds out whether a model makes sense: two sentences that mean the same lie closer than one about something else. */
final class Sense {

    private static final String ONE = "The left side of my headphones has stopped working.";
    private static final String SAME = "One earcup is dead, I hear nothing in it.";
    private static final String OTHER = "When do I get my money back for the cancelled order?";

    private Sense() {}

    static void check(SentenceModel model) {
        Embedding one = model.of(ONE);
        if (one.likeness(model.of(SAME)) <= one.likeness(model.of(OTHER))) {
            throw new ModelFailed(ModelTrouble.SENSELESS);
        }
    }
}

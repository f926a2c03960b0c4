package dev.rapport.understanding.embedding;

import java.io.Serial;

/** There is no model, or it does not do what a model should. */
public final class ModelFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ModelTrouble trouble;

    ModelFailed(ModelTrouble trouble) {
        super(trouble.code());
        this.trouble = trouble;
    }

    ModelFailed(ModelTrouble trouble, Throwable cause) {
        super(trouble.code(), cause);
        this.trouble = trouble;
    }

    public ModelTrouble trouble() {
        return trouble;
    }
}

package dev.rapport.understanding.endpoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The model was not asked, or did not answer. Never holds anything of what either side said. */
public final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final @Nullable Integer status;
    private final transient @Nullable Instant retryAt;

    NoAnswer(Trouble trouble) {
        this(trouble, null, null);
    }

    NoAnswer(Trouble trouble, @Nullable Integer status, @Nullable Instant retryAt) {
        super("The second reader gave no answer: " + trouble + (status == null ? "" : ", status " + status));
        this.trouble = trouble;
        this.status = status;
        this.retryAt = retryAt;
    }

    public Trouble trouble() {
        return trouble;
    }

    public @Nullable Integer status() {
        return status;
    }

    /** Whether what was to be asked may have left this house. */
    public boolean hasLeft() {
        boolean keyIsOurs = trouble == Trouble.KEY && status == null;
        return !trouble.isOurs() && !keyIsOurs;
    }

    /** Before which it wants no further call, where it said so. */
    @Nullable
    Instant retryAt() {
        return retryAt;
    }
}

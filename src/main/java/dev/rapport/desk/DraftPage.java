package dev.rapport.desk;

import dev.rapport.understanding.Drafted;
import org.jspecify.annotations.Nullable;

/** The text box after a draft was asked for. */
public record DraftPage(Composer composer, Drafted drafted) {

    /** The model whose words stand in it; empty when there are none. */
    public @Nullable String model() {
        return drafted instanceof Drafted.Written written ? written.model() : null;
    }

    /** Its words, which the next draft takes the place of. */
    public @Nullable String words() {
        return drafted instanceof Drafted.Written written ? written.words() : null;
    }

    /** The message key of why there is no draft; empty when there is one. */
    public @Nullable String why() {
        return drafted instanceof Drafted.NotWritten none ? none.why() : null;
    }
}

package dev.rapport.understanding.web;

import dev.rapport.understanding.AlikeMessages;
import dev.rapport.understanding.embedding.EmbeddingSwitch;
import dev.rapport.understanding.embedding.ModelTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages are compared by what they mean, and how far that is.
 *
 * @param state empty as long as nobody switched it on
 * @param by the name of whoever switched it last
 * @param folder where the model's files belong
 * @param refused why it was not switched on just now; empty when nobody tried or it was
 */
public record AlikePage(
        @Nullable EmbeddingSwitch state,
        String by,
        AlikeMessages.Progress progress,
        String folder,
        @Nullable ModelTrouble refused) {

    public boolean isOn() {
        return state != null && state.isOn();
    }

    public boolean isComputing() {
        return isOn() && progress.wanted() > 0;
    }
}

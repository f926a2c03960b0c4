package dev.rapport.understanding;

import dev.rapport.understanding.model.Linear;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's corrections taught, as models that add to what the shipped weights say and never change them.
 *
 * @param intents one model of two classes an intent: not meant, meant
 * @param reasons the same by the key of a reason
 */
record Layers(
        @Nullable Linear message,
        @Nullable Linear target,
        Map<Intent, Linear> intents,
        Map<String, Linear> reasons,
        Familiarity familiarity) {

    static final Layers NONE = new Layers(null, null, Map.of(), Map.of(), Familiarity.NONE);

    /** Adds what a layer says of these features, as loudly as the text is like those it learnt from. */
    static void add(@Nullable Linear layer, int[] keys, float scale, float[] dense, double loudness, float[] logits) {
        if (layer == null || loudness == 0) {
            return;
        }
        var said = new float[logits.length];
        for (int key : keys) {
            if (key != 0) {
                layer.add(key, scale, said, 0);
            }
        }
        layer.addDense(dense, said);
        for (int c = 0; c < said.length; c++) {
            logits[c] += (float) (said[c] * loudness);
        }
    }
}

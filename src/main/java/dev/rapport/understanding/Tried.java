package dev.rapport.understanding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a second reader on a made-up sentence.
 *
 * @param sent what left of it; empty when nothing did
 * @param polarity what was read in it; empty when the answer was of no use
 * @param quote the words that it named; empty for none
 * @param why the message key of what is wrong; empty when nothing is
 * @param status what the server answered, where that was wrong
 * @param answer the beginning of an answer that was of no use; empty when there was none
 */
public record Tried(
        String sent,
        @Nullable Polarity polarity,
        double confidence,
        String quote,
        @Nullable String why,
        @Nullable Integer status,
        String answer)
        implements Serializable {

    static Tried failed(String sent, String why, @Nullable Integer status, String answer) {
        return new Tried(sent, null, 0, "", why, status, answer);
    }
}

package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import java.util.List;

/**
 * What a pattern would have caught.
 *
 * @param said how many messages were looked at
 * @param caught how many it is found in
 * @param newest the newest of them, at most {@link #SHOWN}
 */
public record Trial(int said, int caught, List<Caught> newest) {

    public static final int SHOWN = 10;

    /** A message and the words of it that were found. */
    public record Caught(MessageId message, String words, Span found) {}
}

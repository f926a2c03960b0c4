package dev.rapport.cases;

import dev.rapport.conversations.MessageId;
import java.util.List;

/**
 * What a rule would have caught.
 *
 * @param said how many messages of customers were looked at
 * @param caught how many of them fit
 * @param conversations in how many conversations those were said
 * @param newest the newest that fit, at most {@link #SHOWN}
 */
public record Preview(int days, int said, int caught, int conversations, List<MessageId> newest) {

    public static final int SHOWN = 10;
}

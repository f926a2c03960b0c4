package dev.rapport.people;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.understanding.Polarity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An opinion and what it stands on: who said it, as they are linked now, and what they had when they said it.
 *
 * @param target the name of what is judged
 * @param holding empty when nothing is on record, which does not mean that there is nothing
 */
public record Ground(
        MessageId message,
        ConversationId conversation,
        ProfileId profile,
        String target,
        Polarity polarity,
        Instant saidAt,
        @Nullable PersonId person,
        @Nullable String personName,
        @Nullable Holding holding) {

    public boolean isOnRecord() {
        return holding != null;
    }
}

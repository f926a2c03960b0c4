package dev.rapport.cases;

import dev.rapport.commerce.Target;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at: one message of a customer with what was read in it.
 *
 * @param visibility {@code PUBLIC} or {@code PRIVATE}
 * @param known the case of its conversation, if it has one
 */
record Understood(
        MessageId id,
        ConversationId conversation,
        long inbox,
        String visibility,
        Instant saidAt,
        String language,
        Set<Intent> intents,
        int urgency,
        @Nullable Polarity polarity,
        List<Judged> opinions,
        @Nullable CaseId known) {

    /** Something said about an entry of the catalogue. */
    record Judged(Target target, Polarity polarity) {
        boolean isBad() {
            return polarity == Polarity.NEGATIVE || polarity == Polarity.MIXED;
        }
    }

    /** Everybody and everything it speaks about. */
    Set<Target> about() {
        return opinions.stream().map(Judged::target).collect(Collectors.toUnmodifiableSet());
    }

    /** Those it speaks badly about; when there is none, everybody it speaks about. */
    Set<Target> blamed() {
        Set<Target> bad =
                opinions.stream().filter(Judged::isBad).map(Judged::target).collect(Collectors.toUnmodifiableSet());
        return bad.isEmpty() ? about() : bad;
    }
}

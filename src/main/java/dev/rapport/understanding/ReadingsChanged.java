package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import java.util.Set;

/** These messages have another reading than before: corrected, taken back, or read again. */
public record ReadingsChanged(Set<MessageId> messages) {}

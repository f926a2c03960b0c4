package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;

/** A message as it was worded once: what a reading and a correction are about. */
public record Wording(MessageId message, int revision) {}

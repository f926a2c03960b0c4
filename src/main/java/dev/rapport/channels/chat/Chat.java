package dev.rapport.channels.chat;

import dev.rapport.shared.InboxId;
import org.jspecify.annotations.Nullable;

/**
 * One website's chat.
 *
 * @param door the last part of its address
 * @param greeting what visitors read first; empty for the usual words
 * @param mailbox which inbox answers what is left while nobody is there
 */
record Chat(
        InboxId inbox,
        String door,
        String name,
        Origins origins,
        String greeting,
        @Nullable InboxId mailbox) {}

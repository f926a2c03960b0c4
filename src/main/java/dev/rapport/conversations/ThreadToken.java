package dev.rapport.conversations;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a reply address carries so that the answer to it is known to belong to its conversation. Channels sign it. */
final class ThreadToken {

    private static final Pattern FORM = Pattern.compile("rapport([0-9a-z]{1,12})");

    private ThreadToken() {}

    static String of(ConversationId conversation) {
        return "rapport" + Long.toString(conversation.value(), 36);
    }

    /** The conversation a token names; empty for a thread's id of the channel's own. */
    static Optional<ConversationId> conversation(String thread) {
        var match = FORM.matcher(thread);
        return match.matches() ? Optional.of(new ConversationId(Long.parseLong(match.group(1), 36))) : Optional.empty();
    }
}

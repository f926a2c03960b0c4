package dev.rapport.understanding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the draft of a reply.
 *
 * @param thread the last messages, the oldest first
 * @param customer what whoever we answer is called; empty when nobody knows
 * @param names all names and handles of those who speak in it, and of colleagues
 * @param ours by which name we speak there
 * @param room the longest reply in characters; empty for no limit
 */
public record DraftReply(
        List<Line> thread,
        String customer,
        Set<String> names,
        String ours,
        boolean isPrivate,
        @Nullable Integer room) {

    /** What one side said. */
    public record Line(boolean isOurs, String words) {}
}

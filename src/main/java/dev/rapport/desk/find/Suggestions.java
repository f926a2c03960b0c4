package dev.rapport.desk.find;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found for the words typed so far. */
public record Suggestions(
        String words,
        List<FoundPerson> persons,
        List<FoundCase> cases,
        List<FoundConversation> conversations,
        List<Destination> destinations) {

    /**
     * A person.
     *
     * @param hint what tells them from others of that name
     */
    public record FoundPerson(
            long id, String name, @Nullable String hint) {}

    /** A case. */
    public record FoundCase(long id, String title, String state, Instant lastSaidAt) {}

    /** A conversation in which the words were said. */
    public record FoundConversation(long id, long message, String who, String icon, String words) {}

    public boolean isBlank() {
        return words.isBlank();
    }
}

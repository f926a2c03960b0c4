package dev.rapport.cases.web;

import dev.rapport.people.Ground;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole case on one page. */
public record CasePage(
        long id,
        String title,
        String state,
        @Nullable String assignee,
        @Nullable String team,
        int priority,
        int urgency,
        Instant openedAt,
        @Nullable String openedBy,
        String openedWhy,
        @Nullable Instant dueAt,
        @Nullable Instant snoozedUntil,
        int version,
        List<Gathered> conversations,
        List<Ground> grounds,
        List<Note> notes,
        List<Deed> deeds) {

    public boolean isResolved() {
        return state.equals("RESOLVED");
    }

    /** A conversation of the case, with its last words. */
    public record Gathered(
            long id,
            @Nullable String who,
            @Nullable String inbox,
            boolean isPublic,
            int messages,
            Instant lastSaidAt,
            @Nullable String words) {}

    /** A note among colleagues. */
    public record Note(long id, @Nullable String author, String words, Instant writtenAt) {}

    /** One thing that was done. */
    public record Deed(
            Instant at,
            String kind,
            @Nullable String byName,
            @Nullable String subject,
            @Nullable String fact) {}
}

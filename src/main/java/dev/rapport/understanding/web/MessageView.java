package dev.rapport.understanding.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message with what was read in it, as programs see it. */
record MessageView(
        long id,
        int revision,
        long conversation,
        String inbox,
        AuthorView author,
        Instant saidAt,
        String visibility,
        @Nullable String title,
        String text,
        boolean deleted,
        @Nullable ReadingView reading) {

    /** Who said it. */
    record AuthorView(
            long profile,
            String network,
            @Nullable String handle,
            @Nullable String name,
            String side) {}

    /** What it means; missing until it has been read, a moment after it came in. */
    record ReadingView(
            String language,
            boolean understood,
            @Nullable String polarity,
            double confidence,
            List<String> intents,
            int urgency,
            List<ReasonView> reasons,
            List<OpinionView> opinions,
            VersionsView versions) {}

    /** Why it is urgent. */
    record ReasonView(String reason, String words) {}

    /** What is said about one target; offsets are UTF-16 units into {@code text}. */
    record OpinionView(
            @Nullable String targetKind,
            @Nullable Long targetId,
            String target,
            @Nullable Long aspectId,
            String polarity,
            double confidence,
            String quote,
            List<String> evidence,
            int from,
            int to) {}

    /** What the reading was made with; {@code secondModel} gave its word besides, where one did. */
    record VersionsView(
            String rules,
            String model,
            long catalogue,
            @Nullable String secondModel) {}
}

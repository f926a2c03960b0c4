package dev.rapport.desk;

import dev.rapport.desk.words.Due;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its head and its composer need it, with its case if it has one.
 *
 * @param title the conversation's own, else the case's; empty when neither has one
 * @param who whom we speak with
 * @param kind of inbox
 */
public record ThreadHead(
        long id,
        String title,
        @Nullable Long profileId,
        String who,
        boolean isKnown,
        String inbox,
        String kind,
        @Nullable String address,
        boolean isPublic,
        String answer,
        long lastMessageId,
        @Nullable Long caseId,
        @Nullable String caseState,
        int caseVersion,
        @Nullable Long assigneeId,
        @Nullable String assignee,
        @Nullable Long teamId,
        @Nullable String team,
        int priority,
        int urgency,
        @Nullable String openedWhy,
        @Nullable Instant openedAt,
        @Nullable Instant snoozedUntil,
        @Nullable Due due) {

    private static final int LONGEST_FIRST_NAME = 18;

    public boolean hasCase() {
        return caseId != null;
    }

    public boolean isInWork() {
        return caseId != null && !"RESOLVED".equals(caseState);
    }

    /** The first word of the name, for buttons; the whole when that is short. */
    public String firstName() {
        String first = who.strip().split("\\s+", 2)[0];
        return first.length() <= LONGEST_FIRST_NAME
                ? first
                : first.substring(
                                0,
                                first.offsetByCodePoints(
                                        0, Math.min(LONGEST_FIRST_NAME, first.codePointCount(0, first.length()))))
                        + "…";
    }
}

package dev.rapport.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one batch adds to one conversation. */
final class Growth {

    final String threadKey;
    final String visibility;

    @Nullable
    String title;

    @Nullable
    Long profileId;

    String answer = "NONE_NEEDED";
    int count;
    long lastMessageId;
    Instant firstSaidAt;
    Instant lastSaidAt;

    Growth(PlacedMessage first) {
        threadKey = first.thread();
        visibility = first.heard.visibility().name();
        firstSaidAt = first.heard.saidAt();
        lastSaidAt = Instant.MIN;
    }

    void add(PlacedMessage message, boolean history) {
        Instant saidAt = message.heard.saidAt();
        count++;
        title = title == null ? message.heard.title() : title;
        if (profileId == null && message.side() != Side.US) {
            profileId = message.profile.id();
        }
        if (saidAt.isBefore(firstSaidAt)) {
            firstSaidAt = saidAt;
        }
        if (!saidAt.isBefore(lastSaidAt)) {
            lastSaidAt = saidAt;
            lastMessageId = message.id;
            answer = answerAfter(message, history);
        }
    }

    /** History waits for no answer; a machine's or list's mail changes nothing about who waits. */
    private String answerAfter(PlacedMessage message, boolean history) {
        if (message.side() == Side.US) {
            return "ANSWERED";
        }
        return message.wantsAnswer() && !history ? "NEEDS_ANSWER" : answer;
    }
}

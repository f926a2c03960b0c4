package dev.rapport.desk.said;

import dev.rapport.understanding.Polarity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about an entry.
 *
 * @param words exactly those that hold the opinion
 */
public record Said(
        long message,
        long conversation,
        String words,
        @Nullable String language,
        @Nullable String aspect,
        Polarity polarity,
        String who,
        boolean isPublic,
        Instant at) {

    public String href() {
        return "/inbox/" + conversation + "#message-" + message;
    }

    /** The value of {@code data-is}. */
    public String tone() {
        return switch (polarity) {
            case POSITIVE -> "good";
            case NEGATIVE -> "bad";
            default -> polarity.name().toLowerCase(Locale.ROOT);
        };
    }

    public String sign() {
        return switch (polarity) {
            case POSITIVE -> "+";
            case NEGATIVE -> "−";
            case MIXED -> "±";
            case NEUTRAL -> "·";
        };
    }
}

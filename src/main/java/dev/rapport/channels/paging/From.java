package dev.rapport.channels.paging;

import dev.rapport.channels.spi.Connection;

/** Where the reading of a place begins. */
public enum From {
    NOW,
    LATEST,
    BEGINNING;

    /** As the setting {@code take} says: new, latest or all. */
    public static From of(Connection inbox) {
        return switch (String.valueOf(inbox.setting("take"))) {
            case "new" -> NOW;
            case "all" -> BEGINNING;
            default -> LATEST;
        };
    }
}

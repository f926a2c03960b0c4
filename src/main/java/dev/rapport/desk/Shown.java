package dev.rapport.desk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states a view is narrowed to. */
public enum Shown {
    OPEN,
    WAITING,
    SNOOZED,
    RESOLVED,
    /** Every conversation, also those without a case; of the view of everyone only. */
    ALL;

    static Optional<Shown> parse(@Nullable String key) {
        if (key != null) {
            for (Shown each : values()) {
                if (each.key().equals(key)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

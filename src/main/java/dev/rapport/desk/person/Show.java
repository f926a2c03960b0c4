package dev.rapport.desk.person;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a timeline is shown. */
public enum Show {
    ALL,
    SAID,
    BOUGHT,
    CASES,
    LINKS;

    /** As it stands in the address; everything when it says nothing. */
    static Show parse(@Nullable String key) {
        for (Show each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return ALL;
    }

    boolean has(Show part) {
        return this == ALL || this == part;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.rapport.desk.purchases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which purchases or contracts are shown. */
public enum Show {
    ALL,
    RETURNED,
    COVERED,
    ENDING,
    UNKNOWN;

    static final List<Show> OF_PURCHASES = List.of(ALL, RETURNED, COVERED, UNKNOWN);
    static final List<Show> OF_CONTRACTS = List.of(ALL, ENDING, UNKNOWN);

    static Show of(String key, List<Show> known) {
        return Arrays.stream(values())
                .filter(show -> show.key().equals(key) && known.contains(show))
                .findFirst()
                .orElse(ALL);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.rapport.understanding.web;

import dev.rapport.understanding.CareReason;
import java.util.List;
import java.util.Map;

/**
 * The reasons with how often each was found lately.
 *
 * @param found how many of the newest readings have the reason of a key
 * @param lately how many readings were looked at
 */
public record ReasonsPage(
        List<CareReason> reasons, List<CareReason> retired, Map<String, Long> found, long lately, long behind) {

    public long times(CareReason reason) {
        return found.getOrDefault(reason.key(), 0L);
    }

    /** The most that one of them was found, at least 1. */
    public long most() {
        return Math.max(
                1, found.values().stream().mapToLong(Long::longValue).max().orElse(1));
    }

    public long withReason() {
        return found.values().stream().mapToLong(Long::longValue).sum();
    }
}

package dev.rapport.desk.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile that is theirs, or may be.
 *
 * @param name the handle, else the name
 * @param messages how many, counted no further than 1,000
 * @param isProposed whether somebody still has to decide
 * @param decidedBy empty when the evidence did
 * @param reasons the evidence in words
 */
public record LinkedProfile(
        long link,
        long profile,
        String name,
        String icon,
        String network,
        int messages,
        boolean isProposed,
        @Nullable Double probability,
        @Nullable String decidedBy,
        Instant decidedAt,
        @Nullable String why,
        List<String> reasons) {

    public boolean isMany() {
        return messages >= TimelineReads.ENOUGH;
    }
}

package dev.rapport.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One page of the trail.
 *
 * @param actors everybody who can be chosen, by the value of {@link AuditFilter#actor}
 * @param older the id to go on from, null at the end
 */
public record AuditPage(
        AuditFilter filter,
        Map<String, String> actors,
        List<String> actions,
        List<Row> entries,
        @Nullable Long older) {

    /** One entry; {@code actorName} is null for the console and the system. */
    public record Row(
            long id,
            Instant at,
            String actorKind,
            @Nullable String actorName,
            String action,
            String subjectKind,
            String subjectId,
            @Nullable String subjectName,
            SortedMap<String, String> facts) {}
}

package dev.rapport.cases;

import dev.rapport.shared.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What opens a case by itself, and for whom.
 *
 * @param position rules are asked in this order; the first that fits names the case
 * @param priority the least priority of the case, 0 to 100
 * @param replyWithin minutes within which a reply is promised; empty for no promise
 */
public record Rule(
        RuleId id,
        int position,
        String name,
        boolean enabled,
        Match match,
        List<Condition> conditions,
        @Nullable TeamId team,
        int priority,
        @Nullable Integer replyWithin,
        int version) {

    /** Whether every condition has to be met, or one. */
    public enum Match {
        ALL,
        ANY
    }
}

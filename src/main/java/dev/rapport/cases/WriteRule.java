package dev.rapport.cases;

import dev.rapport.shared.TeamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a rule, a new one or another wording of one that exists. */
public record WriteRule(
        String name,
        boolean enabled,
        Rule.Match match,
        List<Condition> conditions,
        @Nullable TeamId team,
        int priority,
        @Nullable Integer replyWithin) {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_WITHIN = 60 * 24 * 60;

    /** What is wrong with it, by the name of the field; empty when nothing is. */
    public List<String> problems() {
        return java.util.stream.Stream.of(
                        name.isBlank() || name.length() > LONGEST_NAME ? "name" : "",
                        conditions.isEmpty() || !conditions.stream().allMatch(Condition::isSound) ? "conditions" : "",
                        priority < 0 || priority > 100 ? "priority" : "",
                        replyWithin != null && (replyWithin < 1 || replyWithin > LONGEST_WITHIN) ? "replyWithin" : "")
                .filter(field -> !field.isEmpty())
                .toList();
    }
}

package dev.rapport.cases;

import dev.rapport.shared.Id;

/** A rule that opens cases. */
public record RuleId(long value) implements Id {

    public static RuleId of(Long value) {
        return new RuleId(value);
    }
}

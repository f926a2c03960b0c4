package dev.rapport.cases;

import dev.rapport.shared.TeamId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules in force, compiled: asked of every message in memory. */
final class RuleBook {

    private record Compiled(Rule rule, Predicate<Understood> fits) {}

    private final List<Compiled> rules;

    RuleBook(List<Rule> rules, Standings standings) {
        this.rules = rules.stream()
                .filter(Rule::enabled)
                .map(rule -> new Compiled(rule, compiled(rule, standings)))
                .toList();
    }

    /** What the rules want done about a message; empty when none fits. */
    Optional<Verdict> judge(Understood message) {
        List<Rule> fitting = rules.stream()
                .filter(compiled -> compiled.fits.test(message))
                .map(Compiled::rule)
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(Verdict.of(fitting));
    }

    private static Predicate<Understood> compiled(Rule rule, Standings standings) {
        Stream<Predicate<Understood>> conditions =
                rule.conditions().stream().map(condition -> condition.compiled(standings));
        return rule.match() == Rule.Match.ALL
                ? conditions.reduce(Predicate::and).orElse(message -> false)
                : conditions.reduce(Predicate::or).orElse(message -> false);
    }

    /**
     * What all fitting rules want together: the first opens the case and names it, the first with a team says whose it is,
     * the highest priority and the shortest promise count.
     */
    record Verdict(
            Rule first,
            @Nullable TeamId team,
            int priority,
            @Nullable Integer replyWithin) {

        static Verdict of(List<Rule> fitting) {
            return new Verdict(
                    fitting.getFirst(),
                    fitting.stream()
                            .map(Rule::team)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    fitting.stream().mapToInt(Rule::priority).max().orElse(0),
                    fitting.stream()
                            .map(Rule::replyWithin)
                            .filter(Objects::nonNull)
                            .min(Integer::compare)
                            .orElse(null));
        }
    }
}

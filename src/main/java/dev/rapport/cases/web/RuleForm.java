package dev.rapport.cases.web;

import dev.rapport.cases.Condition;
import dev.rapport.cases.Rule;
import dev.rapport.cases.WriteRule;
import dev.rapport.shared.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule as its form holds it: a name, how conditions meet, which values are chosen of each kind, what follows. */
public record RuleForm(
        @Nullable String name,
        boolean enabled,
        Rule.Match match,
        Map<Condition.Kind, List<String>> chosen,
        @Nullable Long team,
        int priority,
        @Nullable Integer replyWithin) {

    static RuleForm empty() {
        return new RuleForm("", true, Rule.Match.ALL, Map.of(), null, 50, 240);
    }

    static RuleForm of(Rule rule) {
        Map<Condition.Kind, List<String>> chosen = new java.util.EnumMap<>(Condition.Kind.class);
        rule.conditions().forEach(condition -> chosen.put(condition.kind(), condition.values()));
        return new RuleForm(
                rule.name(),
                rule.enabled(),
                rule.match(),
                chosen,
                rule.team() == null ? null : rule.team().value(),
                rule.priority(),
                rule.replyWithin());
    }

    public boolean has(Condition.Kind kind, String value) {
        return chosen.getOrDefault(kind, List.of()).contains(value);
    }

    WriteRule rule() {
        List<Condition> conditions = new ArrayList<>();
        for (Condition.Kind kind : Condition.Kind.values()) {
            List<String> values = chosen.getOrDefault(kind, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                conditions.add(new Condition(kind, values));
            }
        }
        return new WriteRule(
                name == null ? "" : name.strip(),
                enabled,
                match,
                conditions,
                team == null ? null : new TeamId(team),
                priority,
                replyWithin);
    }
}

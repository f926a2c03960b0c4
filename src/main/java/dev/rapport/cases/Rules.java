package dev.rapport.cases;

import dev.rapport.access.Audit;
import dev.rapport.commerce.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules that open cases by themselves. */
@Service
@Transactional
public class Rules {

    /** How many of the newest messages a preview looks through. */
    public static final int WALKED = 20_000;

    private final RuleStore store;
    private final UnderstoodReads reads;
    private final Catalogue catalogue;
    private final Audit audit;
    private final Clock clock;

    Rules(RuleStore store, UnderstoodReads reads, Catalogue catalogue, Audit audit, Clock clock) {
        this.store = store;
        this.reads = reads;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rules in the order in which they are asked. */
    @Transactional(readOnly = true)
    public List<Rule> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<Rule> find(RuleId id) {
        return store.one(id);
    }

    /** Adds a rule after the others; it has to have no {@link WriteRule#problems()}. */
    public RuleId add(WriteRule rule) {
        RuleId id = store.add(sound(rule));
        audit.record("rule.added", "rule", id, Map.of());
        return id;
    }

    /** Words a rule anew; somebody else's change in between is not overwritten. */
    public void change(RuleId id, WriteRule rule, int version) {
        store.change(id, sound(rule), version);
        audit.record("rule.changed", "rule", id, Map.of());
    }

    public void moveUp(RuleId id) {
        store.moveUp(id);
    }

    public void remove(RuleId id) {
        store.remove(id);
        audit.record("rule.removed", "rule", id, Map.of());
    }

    /**
     * What a rule would have caught in the days up to the newest message that was heard, so that it can be tried on what
     * was said long ago as well.
     */
    @Transactional(readOnly = true)
    public Preview preview(WriteRule rule, int days) {
        Instant to = reads.newestAt(WALKED).filter(clock.instant()::isAfter).orElse(clock.instant());
        List<Understood> said = reads.newest(to.minus(Duration.ofDays(days)), to, WALKED);
        RuleBook book = new RuleBook(List.of(asRule(sound(rule))), new Standings(catalogue.snapshot()));
        List<Understood> caught =
                said.stream().filter(message -> book.judge(message).isPresent()).toList();
        return new Preview(
                days,
                said.size(),
                caught.size(),
                (int) caught.stream().map(Understood::conversation).distinct().count(),
                caught.stream().limit(Preview.SHOWN).map(Understood::id).toList());
    }

    private static WriteRule sound(WriteRule rule) {
        if (!rule.problems().isEmpty()) {
            throw new IllegalArgumentException("The rule has problems: " + rule.problems());
        }
        return rule;
    }

    private static Rule asRule(WriteRule rule) {
        return new Rule(
                new RuleId(0),
                1,
                rule.name(),
                true,
                rule.match(),
                rule.conditions(),
                rule.team(),
                rule.priority(),
                rule.replyWithin(),
                1);
    }
}

package dev.rapport.understanding;

import dev.rapport.access.Audit;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The care patterns and reasons of this organisation. Every change counts for what is read from then on. */
@Service
@Transactional
public class CareRules {

    /** How many of the newest messages a trial looks through. */
    public static final int WALKED = 20_000;

    private final CareStore store;
    private final VersionStore versions;
    private final RereadingStore messages;
    private final Audit audit;
    private final Clock clock;

    CareRules(CareStore store, VersionStore versions, RereadingStore messages, Audit audit, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** All patterns, the organisation's own first, then the shipped ones. */
    @Transactional(readOnly = true)
    public List<CareRule> all() {
        return store.rules();
    }

    /** The rule of that {@link CareRule#id()}. */
    @Transactional(readOnly = true)
    public Optional<CareRule> find(String id) {
        return store.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Adds a pattern, or gives a known one other points or another reason. It has to have no problems. */
    public void write(WritePattern pattern) {
        if (!pattern.problems().isEmpty()) {
            throw new IllegalArgumentException("The pattern has problems: " + pattern.problems());
        }
        store.put(pattern.asPattern(), false, pattern.by(), clock.instant());
        changed("care-pattern.written", pattern.asPattern());
    }

    /** Words a rule anew: the former pattern is removed, or switched off when it was shipped. */
    public void change(CareRule former, WritePattern pattern) {
        write(pattern);
        if (!CareStore.Key.of(former.pattern()).equals(CareStore.Key.of(pattern.asPattern()))) {
            remove(former.pattern(), pattern.by());
        }
    }

    /** Removes an own pattern; a shipped one is switched off. */
    public void remove(CarePattern pattern, UserId by) {
        boolean shipped = CarePatterns.defaults().patterns().stream()
                .map(CareStore.Key::of)
                .anyMatch(CareStore.Key.of(pattern)::equals);
        if (shipped) {
            store.put(pattern, true, by, clock.instant());
        } else {
            store.remove(pattern);
        }
        changed(shipped ? "care-pattern.switched-off" : "care-pattern.removed", pattern);
    }

    /** A shipped pattern as it was shipped. */
    public void restore(CarePattern pattern) {
        store.remove(pattern);
        changed("care-pattern.restored", pattern);
    }

    /** What a pattern would have caught among the newest messages that were read in its language. */
    @Transactional(readOnly = true)
    public Trial trial(WritePattern pattern) {
        CarePattern tried = pattern.asPattern();
        return new PatternTrial(tried).of(messages.newest(tried.language(), WALKED));
    }

    /** The reasons in use, in their order. */
    @Transactional(readOnly = true)
    public List<CareReason> reasons() {
        return store.reasons().reasons();
    }

    /** The reasons that nothing new gets; writing one again takes it up again. */
    @Transactional(readOnly = true)
    public List<CareReason> retired() {
        return store.retired();
    }

    /** Adds a reason, or names it and its words anew; its key, in small letters, never changes. */
    public void write(CareReason reason) {
        String key = reason.key().strip().toLowerCase(Locale.ROOT);
        if (!key.matches("[a-z][a-z0-9_-]{0,39}")) {
            throw new IllegalArgumentException("A reason's key is a word of small letters: " + key);
        }
        if (!reason.problems().isEmpty()) {
            throw new IllegalArgumentException("The reason has problems: " + reason.problems());
        }
        store.put(new CareReason(key, reason.name(), reason.words().strip()));
        versions.rulesChanged();
        audit.record("care-reason.written", "care-reason", key, Map.of());
    }

    /** What was read with it keeps it; nothing new gets it. */
    public void retire(String reason) {
        store.retire(reason, clock.instant());
        versions.rulesChanged();
        audit.record("care-reason.retired", "care-reason", reason, Map.of());
    }

    private void changed(String action, CarePattern pattern) {
        versions.rulesChanged();
        audit.record(
                action,
                "care-pattern",
                pattern.key(),
                Map.of("language", pattern.language(), "points", Integer.toString(pattern.points())));
    }
}

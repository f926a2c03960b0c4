package dev.rapport.understanding.web;

import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.CareRule;
import java.util.List;

/**
 * A page of care patterns.
 *
 * @param found how many pass the filter
 * @param behind how many of the newest messages were read with other rules
 */
public record PatternsPage(
        PatternFilter filter,
        List<CareRule> rules,
        int found,
        List<String> languages,
        List<String> failures,
        List<CareReason> reasons,
        long behind) {

    static final int SHOWN = 50;

    static PatternsPage of(
            PatternFilter filter,
            List<CareRule> all,
            List<String> languages,
            List<String> failures,
            List<CareReason> reasons,
            long behind) {
        List<CareRule> found = all.stream().filter(filter::passes).toList();
        List<CareRule> shown =
                found.stream().skip((long) filter.page() * SHOWN).limit(SHOWN).toList();
        return new PatternsPage(filter, shown, found.size(), languages, failures, reasons, behind);
    }

    /** The reason a pattern names, as it is called here; a retired one by its key. */
    public CareReason reason(String key) {
        return reasons.stream()
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .orElse(new CareReason(key, null, ""));
    }

    public boolean isFirst() {
        return filter.page() == 0;
    }

    public boolean isLast() {
        return (filter.page() + 1) * SHOWN >= found;
    }
}

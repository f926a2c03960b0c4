package dev.rapport.understanding.web;

import dev.rapport.shared.web.FormProblems;
import dev.rapport.understanding.CareReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of one care pattern with what it would have caught.
 *
 * @param id of the rule that is changed; empty for a new one
 * @param tried empty while there is nothing to try
 */
public record PatternPage(
        @Nullable String id,
        PatternForm form,
        FormProblems problems,
        @Nullable TrialPage tried,
        List<String> languages,
        List<String> failures,
        List<CareReason> reasons) {

    public String action() {
        return id == null ? "/understanding/rules" : "/understanding/rules/" + id;
    }
}

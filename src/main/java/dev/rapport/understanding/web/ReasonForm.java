package dev.rapport.understanding.web;

import dev.rapport.shared.web.FormProblems;
import dev.rapport.understanding.CareReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reason as its form holds it. */
public record ReasonForm(@Nullable String name, @Nullable String words) {

    static ReasonForm empty() {
        return new ReasonForm("", "");
    }

    static ReasonForm of(CareReason reason) {
        return new ReasonForm(reason.name(), reason.words());
    }

    /** What stands in a field. */
    public String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    CareReason asNew() {
        return CareReason.named(said(name), said(words));
    }

    /** The same reason with the name and the words of the form; a shipped one without a name gets its shipped name back. */
    CareReason over(CareReason former) {
        String named = said(name).strip();
        return new CareReason(
                former.key(),
                named.isEmpty() && former.isShipped() ? null : named,
                said(words).strip());
    }

    FormProblems problems(CareReason reason, boolean isTaken) {
        List<String> found = reason.problems();
        return FormProblems.none()
                .when(found.contains("name"), "name", "understanding.reasons.problem.name")
                .when(isTaken, "name", "understanding.reasons.problem.taken")
                .when(found.contains("long"), "words", "understanding.problem.long")
                .when(found.contains("gap"), "words", "understanding.problem.gap")
                .when(found.contains("wide"), "words", "understanding.problem.wide");
    }
}

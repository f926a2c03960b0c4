package dev.rapport.understanding.web;

import dev.rapport.shared.UserId;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.understanding.CarePattern;
import dev.rapport.understanding.WritePattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A care pattern as its form holds it. */
public record PatternForm(
        @Nullable String language,
        @Nullable String failure,
        @Nullable String points,
        @Nullable String pattern,
        @Nullable String reason) {

    private static final int USUAL_POINTS = 15;

    static PatternForm empty(String language) {
        return new PatternForm(language, "", Integer.toString(USUAL_POINTS), "", "");
    }

    static PatternForm of(CarePattern pattern) {
        return new PatternForm(
                pattern.language(),
                pattern.key(),
                Integer.toString(pattern.points()),
                pattern.pattern(),
                pattern.reason());
    }

    /** The same words for a trial, for which it does not matter yet what they would tell. */
    PatternForm asTried() {
        return new PatternForm(language, "tried", "0", pattern, null);
    }

    /** What stands in a field. */
    public String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Points that are no number are out of range. */
    WritePattern pattern(UserId by) {
        String number = said(points).strip();
        return new WritePattern(
                said(language),
                said(failure).strip().toLowerCase(Locale.ROOT),
                number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1,
                said(pattern).strip().replaceAll("\\s+", " "),
                said(reason).isBlank() ? null : reason,
                by);
    }

    /** Its problems at their fields; a language or a reason that is not offered is one as well. */
    FormProblems problems(WritePattern pattern, List<String> languages, List<String> reasons) {
        List<String> found = pattern.problems();
        return FormProblems.none()
                .when(!languages.contains(pattern.language()), "language", "understanding.problem.language")
                .when(found.contains("key"), "failure", "understanding.problem.key")
                .when(found.contains("empty"), "pattern", "understanding.problem.empty")
                .when(found.contains("long"), "pattern", "understanding.problem.long")
                .when(found.contains("gap"), "pattern", "understanding.problem.gap")
                .when(found.contains("wide"), "pattern", "understanding.problem.wide")
                .when(found.contains("points"), "points", "understanding.problem.points")
                .when(
                        pattern.reason() != null && !reasons.contains(pattern.reason()),
                        "reason",
                        "understanding.problem.reason");
    }
}

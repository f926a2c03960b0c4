package dev.rapport.cases.web;

import dev.rapport.cases.Preview;
import dev.rapport.shared.web.FormProblems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of one rule with what it would have caught.
 *
 * @param id 0 for a new one
 * @param previews of the last 7 and 30 days; none while the rule is not sound
 */
public record RulePage(
        long id,
        int version,
        RuleForm form,
        FormProblems problems,
        List<Preview> previews,
        List<Caught> newest,
        List<Choice> teams,
        List<Choice> inboxes,
        List<Choice> entries,
        List<String> languages) {

    public String action() {
        return id == 0 ? "/settings/rules" : "/settings/rules/" + id;
    }

    /** Something to choose. */
    public record Choice(String key, String name) {}

    /** A message that would have been caught. */
    public record Caught(
            long id, long conversation, @Nullable String who, String words, Instant saidAt) {}
}

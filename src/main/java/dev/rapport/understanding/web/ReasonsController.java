package dev.rapport.understanding.web;

import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.Rereading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Why people turn to the organisation: its own list. Everybody looks, managers change. */
@WhenServing
@Controller
@RequestMapping("/understanding/reasons")
@PreAuthorize("hasRole('MANAGER')")
class ReasonsController {

    private static final String LIST = "redirect:/understanding/reasons";
    private static final String KEY = "/{key:[a-z][a-z0-9_-]*}";

    private final CareRules rules;
    private final ReasonReads reads;
    private final Rereading rereading;

    ReasonsController(CareRules rules, ReasonReads reads, Rereading rereading) {
        this.rules = rules;
        this.reads = reads;
        this.rereading = rereading;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    ModelAndView index() {
        ReasonsPage page =
                new ReasonsPage(rules.reasons(), rules.retired(), reads.found(), reads.lately(), rereading.behind());
        return new ModelAndView("understanding/reasons", "page", page);
    }

    /** A key of one of ours may not be "new": the form of a new reason stands there. */
    @GetMapping("/new")
    ModelAndView fresh() {
        return page(null, ReasonForm.empty(), FormProblems.none(), HttpStatus.OK);
    }

    @GetMapping(KEY)
    ModelAndView edit(@PathVariable String key) {
        CareReason reason = find(rules.reasons(), key);
        return page(reason, ReasonForm.of(reason), FormProblems.none(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(@ModelAttribute ReasonForm form, RedirectAttributes redirect) {
        CareReason reason = form.asNew();
        boolean isTaken = reason.key().equals("new")
                || rules.reasons().stream().anyMatch(each -> each.key().equals(reason.key()));
        return keep(null, reason, form, form.problems(reason, isTaken), redirect);
    }

    @PutMapping(KEY)
    ModelAndView update(@PathVariable String key, @ModelAttribute ReasonForm form, RedirectAttributes redirect) {
        CareReason former = find(rules.reasons(), key);
        CareReason reason = form.over(former);
        return keep(former, reason, form, form.problems(reason, false), redirect);
    }

    @DeleteMapping(KEY)
    String retire(@PathVariable String key, RedirectAttributes redirect) {
        rules.retire(find(rules.reasons(), key).key());
        Toast.of("understanding.reasons.retired")
                .undoneBy("POST", "/understanding/reasons/" + key + "/use")
                .after(redirect);
        return LIST;
    }

    /** Takes a retired reason up again. */
    @PostMapping(KEY + "/use")
    String takeUp(@PathVariable String key, RedirectAttributes redirect) {
        rules.write(find(rules.retired(), key));
        Toast.of("understanding.reasons.taken-up").after(redirect);
        return LIST;
    }

    private ModelAndView keep(
            @Nullable CareReason former,
            CareReason reason,
            ReasonForm form,
            FormProblems problems,
            RedirectAttributes redirect) {
        if (!problems.isEmpty()) {
            return page(former, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        rules.write(reason);
        Toast.of("understanding.reasons.saved").after(redirect);
        return new ModelAndView(LIST);
    }

    private static ModelAndView page(
            @Nullable CareReason reason, ReasonForm form, FormProblems problems, HttpStatus status) {
        return new ModelAndView("understanding/reason", Map.of("page", new ReasonPage(reason, form, problems)), status);
    }

    private static CareReason find(List<CareReason> reasons, String key) {
        return reasons.stream()
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package dev.rapport.understanding.web;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.CareRule;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.Rereading;
import dev.rapport.understanding.WritePattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The care patterns: their list, one pattern's form with what it would have caught. Everybody looks, managers change. */
@WhenServing
@Controller
@RequestMapping("/understanding/rules")
@PreAuthorize("hasRole('MANAGER')")
class PatternsController {

    private static final String ID = "/{id:[0-9a-f-]{36}}";

    private final CareRules rules;
    private final Rereading rereading;
    private final TrialReads trials;
    private final List<String> spoken;

    PatternsController(
            CareRules rules,
            Rereading rereading,
            TrialReads trials,
            @Value("${rapport.languages:en,fr,es,de}") List<String> spoken) {
        this.rules = rules;
        this.rereading = rereading;
        this.trials = trials;
        this.spoken = spoken;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    ModelAndView index(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String failure,
            @RequestParam(required = false) PatternFilter.@Nullable Show show,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(defaultValue = "0") int page) {
        PatternFilter filter = new PatternFilter(language, failure, show, words, Math.clamp(page, 0, 1000));
        List<CareRule> all = rules.all();
        PatternsPage found =
                PatternsPage.of(filter, all, languages(all), failures(all), rules.reasons(), rereading.behind());
        return new ModelAndView("understanding/rules", "page", found);
    }

    @GetMapping("/new")
    ModelAndView fresh(@RequestParam(required = false) @Nullable String language) {
        List<String> languages = languages(rules.all());
        String chosen = language != null && languages.contains(language) ? language : languages.getFirst();
        return page(null, PatternForm.empty(chosen), FormProblems.none(), null, HttpStatus.OK);
    }

    /** What the pattern in the form would catch, while it is being typed. */
    @GetMapping("/trial")
    ModelAndView trial(@ModelAttribute PatternForm form, @AuthenticationPrincipal SignedIn user) {
        return new ModelAndView("understanding/trial", "page", tried(form, user));
    }

    @GetMapping(ID)
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal SignedIn user) {
        PatternForm form = PatternForm.of(find(id).pattern());
        return page(id, form, FormProblems.none(), tried(form, user), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(
            @ModelAttribute PatternForm form,
            @RequestParam(name = "do", defaultValue = "") String deed,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        return keep(null, form, deed, user, redirect);
    }

    @PutMapping(ID)
    ModelAndView update(
            @PathVariable String id,
            @ModelAttribute PatternForm form,
            @RequestParam(name = "do", defaultValue = "") String deed,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        return keep(find(id), form, deed, user, redirect);
    }

    /** Removes an own pattern, switches a shipped one off. */
    @DeleteMapping(ID)
    String remove(@PathVariable String id, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        CareRule rule = find(id);
        rules.remove(rule.pattern(), user.id());
        Toast toast = Toast.of(rule.shipped() ? "understanding.rules.switched-off" : "understanding.rules.removed");
        (rule.shipped() ? toast.undoneBy("DELETE", "/understanding/rules/" + id + "/changes") : toast).after(redirect);
        return back(rule);
    }

    /** A shipped pattern as it was shipped: switched on, with its own points. */
    @DeleteMapping(ID + "/changes")
    String restore(@PathVariable String id, RedirectAttributes redirect) {
        CareRule rule = find(id);
        if (rule.shipped()) {
            rules.restore(rule.pattern());
            Toast.of("understanding.rules.restored").after(redirect);
        }
        return back(rule);
    }

    private ModelAndView keep(
            @Nullable CareRule former, PatternForm form, String deed, SignedIn user, RedirectAttributes redirect) {
        WritePattern pattern = form.pattern(user.id());
        FormProblems problems = problems(form, pattern);
        if (deed.equals("preview") || !problems.isEmpty()) {
            HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return page(former == null ? null : former.id(), form, problems, tried(form, user), status);
        }
        if (former == null) {
            rules.write(pattern);
        } else {
            rules.change(former, pattern);
        }
        Toast.of("understanding.rules.saved").after(redirect);
        return new ModelAndView("redirect:/understanding/rules?show=OWN");
    }

    private TrialPage tried(PatternForm form, SignedIn user) {
        PatternForm tried = form.asTried();
        WritePattern pattern = tried.pattern(user.id());
        return trials.of(pattern, problems(tried, pattern));
    }

    private FormProblems problems(PatternForm form, WritePattern pattern) {
        List<String> reasons = rules.reasons().stream().map(CareReason::key).toList();
        return form.problems(pattern, languages(rules.all()), reasons);
    }

    private ModelAndView page(
            @Nullable String id,
            PatternForm form,
            FormProblems problems,
            @Nullable TrialPage tried,
            HttpStatus status) {
        List<CareRule> all = rules.all();
        PatternPage page = new PatternPage(id, form, problems, tried, languages(all), failures(all), rules.reasons());
        return new ModelAndView("understanding/rule", Map.of("page", page), status);
    }

    private CareRule find(String id) {
        return rules.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Those of the organisation first, then those that have patterns. */
    private List<String> languages(List<CareRule> all) {
        return Stream.concat(
                        spoken.stream().map(String::strip),
                        all.stream().map(rule -> rule.pattern().language()))
                .distinct()
                .toList();
    }

    private static List<String> failures(List<CareRule> all) {
        return all.stream()
                .map(rule -> rule.pattern().key())
                .distinct()
                .sorted()
                .toList();
    }

    private static String back(CareRule rule) {
        return "redirect:/understanding/rules?language=" + rule.pattern().language() + "&failure="
                + URLEncoder.encode(rule.pattern().key(), StandardCharsets.UTF_8);
    }
}

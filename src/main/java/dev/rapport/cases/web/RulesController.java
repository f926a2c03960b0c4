package dev.rapport.cases.web;

import dev.rapport.cases.Condition;
import dev.rapport.cases.Preview;
import dev.rapport.cases.Rule;
import dev.rapport.cases.RuleId;
import dev.rapport.cases.Rules;
import dev.rapport.cases.WriteRule;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules that open cases: their list, one rule's form with what it would have caught. */
@Controller
@RequestMapping("/settings/rules")
@PreAuthorize("hasRole('MANAGER')")
class RulesController {

    private final Rules rules;
    private final RuleReads reads;
    private final List<String> languages;

    RulesController(Rules rules, RuleReads reads, @Value("${rapport.languages:en,fr,es,de}") List<String> languages) {
        this.rules = rules;
        this.reads = reads;
        this.languages = languages;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    public String index(Model model) {
        model.addAttribute("rules", rules.all());
        return "cases/rules";
    }

    @GetMapping("/new")
    public ModelAndView fresh() {
        return form(0, 0, RuleForm.empty(), FormProblems.none(), HttpStatus.OK);
    }

    @GetMapping("/{id:\\d+}")
    public ModelAndView edit(@PathVariable long id) {
        Rule rule = rules.find(new RuleId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(id, rule.version(), RuleForm.of(rule), FormProblems.none(), HttpStatus.OK);
    }

    @PostMapping
    public ModelAndView create(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes redirect) {
        return keep(0, 0, sent, redirect);
    }

    @PutMapping("/{id:\\d+}")
    public ModelAndView update(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        return keep(id, version, sent, redirect);
    }

    @PostMapping("/{id:\\d+}/earlier")
    public String moveUp(@PathVariable long id) {
        rules.moveUp(new RuleId(id));
        return "redirect:/settings/rules";
    }

    @DeleteMapping("/{id:\\d+}")
    public String remove(@PathVariable long id, RedirectAttributes redirect) {
        rules.remove(new RuleId(id));
        Toast.of("rules.removed").after(redirect);
        return "redirect:/settings/rules";
    }

    private ModelAndView keep(long id, int version, MultiValueMap<String, String> sent, RedirectAttributes redirect) {
        RuleForm form = form(sent);
        WriteRule rule = form.rule();
        FormProblems problems = FormProblems.none()
                .when(rule.problems().contains("name"), "name", "rule.problem.name")
                .when(rule.problems().contains("conditions"), "conditions", "rule.problem.conditions");
        boolean isTried = "preview".equals(sent.getFirst("do"));
        if (isTried || !rule.problems().isEmpty()) {
            HttpStatus status = rule.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return form(id, version, form, problems, status);
        }
        if (id == 0) {
            rules.add(rule);
        } else {
            rules.change(new RuleId(id), rule, version);
        }
        Toast.of("rules.saved").after(redirect);
        return new ModelAndView("redirect:/settings/rules");
    }

    private ModelAndView form(long id, int version, RuleForm form, FormProblems problems, HttpStatus status) {
        List<Preview> previews = form.rule().problems().isEmpty()
                ? List.of(rules.preview(form.rule(), 7), rules.preview(form.rule(), 30))
                : List.of();
        RulePage page = new RulePage(
                id,
                version,
                form,
                problems,
                previews,
                reads.messages(
                        previews.isEmpty() ? List.of() : previews.getLast().newest()),
                reads.teams(),
                reads.inboxes(),
                reads.entries(),
                languages);
        return new ModelAndView("cases/rule", Map.of("page", page), status);
    }

    private static RuleForm form(MultiValueMap<String, String> sent) {
        Map<Condition.Kind, List<String>> chosen = new EnumMap<>(Condition.Kind.class);
        for (Condition.Kind kind : Condition.Kind.values()) {
            chosen.put(kind, sent.getOrDefault(kind.name(), List.of()));
        }
        Integer team = number(sent.getFirst("team"));
        Integer priority = number(sent.getFirst("priority"));
        return new RuleForm(
                sent.getFirst("name"),
                sent.containsKey("enabled"),
                "ANY".equals(sent.getFirst("match")) ? Rule.Match.ANY : Rule.Match.ALL,
                chosen,
                team == null ? null : Long.valueOf(team),
                priority == null ? 50 : priority,
                number(sent.getFirst("replyWithin")));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}

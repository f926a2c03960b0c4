package dev.rapport.access.web;

import dev.rapport.access.NotAllowed;
import dev.rapport.access.Team;
import dev.rapport.access.Teams;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Teams: everybody may see them, managers shape them. */
@WhenServing
@Controller
@RequestMapping("/settings/teams")
class TeamsController {

    private static final int LONGEST_NAME = 60;

    private final Teams teams;
    private final TeamReads reads;

    TeamsController(Teams teams, TeamReads reads) {
        this.teams = teams;
        this.reads = reads;
    }

    @GetMapping
    ModelAndView list() {
        return list("", FormProblems.none());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        Team team = teams.find(new TeamId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(team.id(), team.name(), FormProblems.none());
    }

    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping
    ModelAndView create(@RequestParam String name) {
        FormProblems problems = problems(name);
        if (!problems.isEmpty()) {
            return list(name, problems);
        }
        try {
            return new ModelAndView(
                    "redirect:/settings/teams/" + teams.create(name.strip()).value());
        } catch (NotAllowed refusal) {
            return list(name, FormProblems.of("name", refusal.key()));
        }
    }

    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(name = "member", defaultValue = "") Set<Long> members,
            RedirectAttributes redirect) {
        TeamId team = new TeamId(id);
        FormProblems problems = problems(name);
        if (!problems.isEmpty()) {
            return show(team, name, problems);
        }
        try {
            teams.change(team, name.strip(), members.stream().map(UserId::of).collect(Collectors.toSet()));
        } catch (NotAllowed refusal) {
            return show(team, name, FormProblems.of("name", refusal.key()));
        }
        Toast.of("teams.saved").after(redirect);
        return new ModelAndView("redirect:/settings/teams");
    }

    private static FormProblems problems(String name) {
        return FormProblems.none().when(name.isBlank() || name.length() > LONGEST_NAME, "name", "teams.name.problem");
    }

    private ModelAndView list(String name, FormProblems problems) {
        return page("access/teams", new TeamsPage(reads.teams(), name, problems), problems);
    }

    private ModelAndView show(TeamId team, String name, FormProblems problems) {
        return page("access/team", new TeamPage(team.value(), name, reads.users(team), problems), problems);
    }

    private static ModelAndView page(String template, Record page, FormProblems problems) {
        ModelAndView view = new ModelAndView(template, "page", page);
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

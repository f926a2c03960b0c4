package dev.rapport.cases.web;

import dev.rapport.cases.AssignCase;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.HandOver;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has a case: a user, a team. */
@Controller
@RequestMapping("/cases/{id:\\d+}")
@PreAuthorize("hasRole('AGENT')")
class CaseAssignmentsController {

    private final Cases cases;
    private final Sql sql;
    private final Afterwards afterwards;

    CaseAssignmentsController(Cases cases, Sql sql, Afterwards afterwards) {
        this.cases = cases;
        this.sql = sql;
        this.afterwards = afterwards;
    }

    @PostMapping("/assignment")
    public ModelAndView assign(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long assignee,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId found = new CaseId(id);
        UserId to = assignee == null ? null : new UserId(assignee);
        cases.assign(new AssignCase(found, user.id(), to, version));
        Toast toast = to == null
                ? Toast.of("case.done.nobody", found.toString())
                : Toast.of("case.done.assigned", found.toString(), name(to));
        return afterwards.of(found, toast, request, response, redirect);
    }

    @PostMapping("/team")
    public ModelAndView handOver(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long team,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId found = new CaseId(id);
        cases.handOver(new HandOver(found, user.id(), team == null ? null : new TeamId(team)));
        return afterwards.of(found, Toast.of("case.done.team", found.toString()), request, response, redirect);
    }

    private String name(UserId user) {
        return sql.sql("select name from access.users where id = :id")
                .param("id", user)
                .single(String.class);
    }
}

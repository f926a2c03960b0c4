package dev.rapport.cases.web;

import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.Resolution;
import dev.rapport.cases.ResolveCase;
import dev.rapport.cases.SnoozeCase;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a case aside, resolves it, opens it again. */
@Controller
@RequestMapping("/cases/{id:\\d+}")
@PreAuthorize("hasRole('AGENT')")
class CaseResolutionsController {

    private final Cases cases;
    private final Afterwards afterwards;
    private final Clock clock;

    CaseResolutionsController(Cases cases, Afterwards afterwards, Clock clock) {
        this.cases = cases;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    @PostMapping("/resolution")
    public ModelAndView resolve(
            @PathVariable long id,
            @RequestParam Resolution.Reason reason,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId found = new CaseId(id);
        cases.resolve(new ResolveCase(found, user.id(), reason, why.isBlank() ? null : why.strip(), version));
        Toast toast =
                Toast.of("case.done.resolved", found.toString()).undoneBy("DELETE", "/cases/" + found + "/resolution");
        return afterwards.of(found, toast, request, response, redirect);
    }

    @DeleteMapping("/resolution")
    public ModelAndView reopen(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId found = new CaseId(id);
        cases.reopen(found, user.id());
        return afterwards.of(found, Toast.of("case.done.reopened", found.toString()), request, response, redirect);
    }

    @PostMapping("/snooze")
    public ModelAndView snooze(
            @PathVariable long id,
            @RequestParam("for") SnoozeFor until,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId found = new CaseId(id);
        cases.snooze(new SnoozeCase(found, user.id(), until.from(clock.instant(), user.zone())));
        return afterwards.of(found, Toast.of("case.done.snoozed", found.toString()), request, response, redirect);
    }

    @PostMapping("/waiting")
    public ModelAndView await(
            @PathVariable long id,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId found = new CaseId(id);
        cases.await(found, user.id());
        return afterwards.of(found, Toast.of("case.done.waiting", found.toString()), request, response, redirect);
    }
}

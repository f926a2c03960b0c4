package dev.rapport.access.web;

import dev.rapport.access.EmailAddress;
import dev.rapport.access.InvitationId;
import dev.rapport.access.Invitations;
import dev.rapport.access.InviteUser;
import dev.rapport.access.NotAllowed;
import dev.rapport.access.Role;
import dev.rapport.access.Teams;
import dev.rapport.access.User;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting users. The link is in the answer itself: it is stored nowhere, so no redirect could show it. */
@WhenServing
@Controller
@RequestMapping("/settings")
@PreAuthorize("hasRole('MANAGER')")
class InvitationsController {

    private static final String LIST = "redirect:/settings/users";

    private final Invitations invitations;
    private final Teams teams;

    InvitationsController(Invitations invitations, Teams teams) {
        this.invitations = invitations;
        this.teams = teams;
    }

    @GetMapping("/invitations/new")
    ModelAndView form(@AuthenticationPrincipal User by) {
        return form("", Role.AGENT, Set.of(), by, FormProblems.none());
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @RequestParam String email,
            @RequestParam Role role,
            @RequestParam(name = "team", defaultValue = "") Set<Long> chosen,
            @AuthenticationPrincipal User by) {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return form(email, role, chosen, by, FormProblems.of("email", "form.email"));
        }
        try {
            Set<TeamId> ids = chosen.stream().map(TeamId::of).collect(Collectors.toSet());
            return link(invitations.invite(new InviteUser(address.get(), role, ids), by));
        } catch (NotAllowed refusal) {
            return form(email, role, chosen, by, FormProblems.of("email", refusal.key()));
        }
    }

    @PostMapping("/invitations/{id}/link")
    ModelAndView renew(@PathVariable long id, @AuthenticationPrincipal User by) {
        return invitations
                .renew(new InvitationId(id), by)
                .map(InvitationsController::link)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** For a user who forgot their password. */
    @PostMapping("/users/{id}/invitation")
    ModelAndView inviteAgain(@PathVariable long id, @AuthenticationPrincipal User by) {
        return link(invitations.inviteAgain(new UserId(id), by));
    }

    @DeleteMapping("/invitations/{id}")
    String revoke(@PathVariable long id, @AuthenticationPrincipal User by, RedirectAttributes redirect) {
        invitations.revoke(new InvitationId(id), by);
        Toast.of("invitations.revoked").after(redirect);
        return LIST;
    }

    @ExceptionHandler
    String refuse(NotAllowed refusal, RedirectAttributes redirect) {
        Toast.of(refusal.key()).after(redirect);
        return LIST;
    }

    private ModelAndView form(String email, Role role, Set<Long> chosen, User by, FormProblems problems) {
        InvitePage page = new InvitePage(email, role, chosen, by.role().appoints(), teams.all(), problems);
        ModelAndView view = new ModelAndView("access/invite", "page", page);
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView link(String link) {
        ModelAndView view =
                new ModelAndView("access/once", "page", new OncePage("invitation", link, "/settings/users"));
        view.setStatus(HttpStatus.CREATED);
        return view;
    }
}

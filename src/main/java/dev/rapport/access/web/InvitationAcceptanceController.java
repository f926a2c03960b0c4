package dev.rapport.access.web;

import dev.rapport.access.AcceptInvitation;
import dev.rapport.access.Invitation;
import dev.rapport.access.Invitations;
import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Languages;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Coming in by an invitation. */
@WhenServing
@Controller
class InvitationAcceptanceController {

    private final Invitations invitations;
    private final Users users;
    private final Entrance entrance;
    private final Languages languages;

    InvitationAcceptanceController(Invitations invitations, Users users, Entrance entrance, Languages languages) {
        this.invitations = invitations;
        this.users = users;
        this.entrance = entrance;
        this.languages = languages;
    }

    @GetMapping("/invitations/{secret}")
    ModelAndView show(@PathVariable String secret) {
        return invitations
                .find(secret)
                .map(open -> page(secret, open, newcomer(open, Newcomer.at("")), FormProblems.none()))
                .orElseGet(() -> closed(secret));
    }

    /** The address is the invitation's, and a user's name their own, whatever the form says. */
    @PostMapping("/invitations/{secret}")
    ModelAndView accept(
            @PathVariable String secret,
            @ModelAttribute Newcomer form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Invitation> open = invitations.find(secret);
        if (open.isEmpty()) {
            return closed(secret);
        }
        Newcomer newcomer = newcomer(open.get(), form);
        FormProblems problems = newcomer.problems();
        if (!problems.isEmpty()) {
            return page(secret, open.get(), newcomer, problems);
        }
        Optional<User> user = invitations.accept(new AcceptInvitation(
                secret, newcomer.name().strip(), newcomer.password(), languages.of(request), newcomer.zoneId()));
        user.ifPresent(known -> entrance.admit(known, request, response));
        return user.isPresent() ? new ModelAndView("redirect:" + LocalPath.START) : closed(secret);
    }

    private Newcomer newcomer(Invitation open, Newcomer form) {
        String name = users.find(open.email()).map(User::name).orElse(form.name());
        return new Newcomer(open.email().value(), name, form.password(), form.zone());
    }

    private ModelAndView page(String secret, Invitation open, Newcomer newcomer, FormProblems problems) {
        boolean isKnown = users.find(open.email()).isPresent();
        ModelAndView view = new ModelAndView("access/invitation");
        view.addObject("page", new InvitationPage(secret, open.role(), isKnown, newcomer, problems));
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView closed(String secret) {
        ModelAndView view = new ModelAndView("access/invitation");
        view.addObject("page", new InvitationPage(secret, null, false, Newcomer.at(""), FormProblems.none()));
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}

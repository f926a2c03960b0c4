package dev.rapport.access.web;

import dev.rapport.access.ChangePassword;
import dev.rapport.access.EmailAddress;
import dev.rapport.access.PasswordRules;
import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.access.web.ProfilePage.SessionRow;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Languages;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own settings, open to every role. */
@WhenServing
@Controller
@RequestMapping("/settings/profile")
class ProfileController {

    private static final String HERE = "redirect:/settings/profile";

    private final Users users;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Languages languages;

    ProfileController(Users users, FindByIndexNameSessionRepository<? extends Session> sessions, Languages languages) {
        this.users = users;
        this.sessions = sessions;
        this.languages = languages;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal User user, HttpSession session) {
        return page(user, session, ProfileForm.of(user), FormProblems.none());
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal User user,
            @ModelAttribute ProfileForm form,
            HttpSession session,
            RedirectAttributes redirect) {
        FormProblems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(user, session, form, problems);
        }
        users.changeProfile(form.command(user.id()));
        Toast.of("profile.saved").after(redirect);
        return new ModelAndView(HERE);
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            @AuthenticationPrincipal User user,
            @RequestParam String current,
            @RequestParam String wanted,
            HttpSession session,
            RedirectAttributes redirect) {
        EmailAddress email = EmailAddress.parse(user.email()).orElseThrow();
        Optional<String> problem = PasswordRules.problem(wanted, email);
        if (problem.isPresent()) {
            return page(user, session, ProfileForm.of(user), FormProblems.of("wanted", problem.get()));
        }
        if (!users.changePassword(new ChangePassword(user.id(), current, wanted, session.getId()))) {
            return page(user, session, ProfileForm.of(user), FormProblems.of("current", "password.wrong"));
        }
        Toast.of("password.changed").after(redirect);
        return new ModelAndView(HERE);
    }

    @DeleteMapping("/sessions")
    String signOutElsewhere(@AuthenticationPrincipal User user, HttpSession session, RedirectAttributes redirect) {
        users.signOutElsewhere(user.id(), session.getId());
        Toast.of("sessions.ended").after(redirect);
        return HERE;
    }

    private ModelAndView page(User user, HttpSession session, ProfileForm form, FormProblems problems) {
        ProfilePage page = new ProfilePage(
                user.email(), user.role().key(), form, problems, languages.all(), zones(), sessions(user, session));
        ModelAndView view = new ModelAndView("access/profile");
        view.addObject("page", page);
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private List<SessionRow> sessions(User user, HttpSession own) {
        return sessions.findByPrincipalName(Long.toString(user.id().value())).values().stream()
                .map(session -> new SessionRow(
                        session.getAttributeOrDefault(Device.ATTRIBUTE, ""),
                        session.getLastAccessedTime(),
                        session.getId().equals(own.getId())))
                .sorted(Comparator.comparing(SessionRow::isThis)
                        .thenComparing(SessionRow::lastSeenAt)
                        .reversed())
                .toList();
    }

    /** Places, not offsets or old abbreviations. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                        zone.equals("UTC") || zone.matches("(?!Etc|SystemV|US|Canada|Brazil|Chile|Mexico)\\w+/.+"))
                .sorted()
                .toList();
    }
}

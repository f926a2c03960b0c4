package dev.rapport.people.web;

import dev.rapport.people.CannotForget;
import dev.rapport.people.Erasures;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forgets colleagues who left; the button stands on the page of the user. */
@WhenServing
@Controller
@PreAuthorize("hasRole('OWNER')")
class FormerColleaguesController {

    private static final String LIST = "redirect:/settings/users";

    private final Erasures erasures;

    FormerColleaguesController(Erasures erasures) {
        this.erasures = erasures;
    }

    @PostMapping("/settings/users/{id:\\d+}/erasure")
    String forget(@PathVariable long id, @AuthenticationPrincipal SignedIn by, RedirectAttributes redirect) {
        erasures.forget(new UserId(id), by.id());
        Toast.of("user.forgotten").after(redirect);
        return LIST;
    }

    @ExceptionHandler
    String refuse(CannotForget refusal, RedirectAttributes redirect) {
        Toast.of("user.forget.refused").after(redirect);
        return LIST;
    }
}

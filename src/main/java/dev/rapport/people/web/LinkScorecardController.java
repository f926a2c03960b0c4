package dev.rapport.people.web;

import dev.rapport.people.Purpose;
import dev.rapport.people.Purposes;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How well links are found, and what they may be used for. */
@WhenServing
@Controller
@RequestMapping("/links/scorecard")
class LinkScorecardController {

    private final LinkScorecardReads reads;
    private final Purposes purposes;

    LinkScorecardController(LinkScorecardReads reads, Purposes purposes) {
        this.reads = reads;
        this.purposes = purposes;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("people/scorecard", "card", reads.read());
    }

    @PostMapping("/purposes/{purpose}")
    @PreAuthorize("hasRole('MANAGER')")
    String set(
            @PathVariable Purpose purpose,
            @RequestParam boolean on,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        purposes.set(purpose, on, user.id());
        Toast.of(on ? "links.purpose.on" : "links.purpose.off").after(redirect);
        return "redirect:/links/scorecard";
    }
}

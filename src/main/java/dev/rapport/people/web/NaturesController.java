package dev.rapport.people.web;

import dev.rapport.people.MarkProfile;
import dev.rapport.people.Nature;
import dev.rapport.people.Natures;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says that an organisation or a program speaks by a profile, or that it does not. */
@WhenServing
@Controller
@RequestMapping("/profiles/{id:\\d+}/nature")
@PreAuthorize("hasRole('AGENT')")
class NaturesController {

    private final Natures natures;
    private final CardReads cards;

    NaturesController(Natures natures, CardReads cards) {
        this.natures = natures;
        this.cards = cards;
    }

    @PostMapping
    String mark(
            @PathVariable long id,
            @RequestParam Nature nature,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        natures.mark(new MarkProfile(profile(id), nature, user.id()));
        Toast.of("nature.marked")
                .undoneBy("DELETE", "/profiles/" + id + "/nature")
                .after(redirect);
        return "redirect:/profiles/" + id + "/link";
    }

    @DeleteMapping
    String unmark(@PathVariable long id, RedirectAttributes redirect) {
        natures.unmark(profile(id));
        Toast.of("nature.unmarked").after(redirect);
        return "redirect:/profiles/" + id + "/link";
    }

    private ProfileId profile(long id) {
        return cards.findVoice(id)
                .map(voice -> new ProfileId(voice.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

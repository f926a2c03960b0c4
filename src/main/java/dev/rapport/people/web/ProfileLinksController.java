package dev.rapport.people.web;

import dev.rapport.people.CannotLink;
import dev.rapport.people.ConfirmLink;
import dev.rapport.people.LinkId;
import dev.rapport.people.Links;
import dev.rapport.people.MoveLink;
import dev.rapport.people.People;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links a profile to somebody who is searched for. */
@WhenServing
@Controller
@RequestMapping("/profiles/{id:\\d+}/link")
@PreAuthorize("hasRole('AGENT')")
class ProfileLinksController {

    private static final int WHILE_TYPING = 8;

    private final People people;
    private final Links links;
    private final LinkReads reads;
    private final CardReads cards;

    ProfileLinksController(People people, Links links, LinkReads reads, CardReads cards) {
        this.people = people;
        this.links = links;
        this.reads = reads;
        this.cards = cards;
    }

    @GetMapping
    ModelAndView form(@PathVariable long id, @RequestParam(defaultValue = "") String q) {
        return page(id, q, null);
    }

    @PostMapping
    ModelAndView link(
            @PathVariable long id,
            @RequestParam long person,
            @RequestParam(defaultValue = "false") boolean moves,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        ProfileId profile = new ProfileId(id);
        PersonId to = new PersonId(person);
        try {
            LinkId link = moves
                    ? links.move(new MoveLink(profile, to, user.id(), why))
                    : links.confirm(new ConfirmLink(profile, to, user.id(), why));
            Toast.of("links.confirmed")
                    .undoneBy("DELETE", "/links/" + link.value() + "/confirmation")
                    .after(redirect);
            return new ModelAndView("redirect:/people/" + person);
        } catch (CannotLink refused) {
            if (refused.why() != CannotLink.Why.ANOTHER_STANDS) {
                throw refused;
            }
            ModelAndView view = page(id, "", cards.person(person));
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
    }

    private ModelAndView page(long id, String q, @Nullable PersonCard wanted) {
        VoiceCard voice = cards.findVoice(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FoundPage found = new FoundPage(q.strip(), people.search(q, WHILE_TYPING), id);
        return new ModelAndView(
                "people/link",
                "page",
                new ProfileLinkPage(voice, reads.standing(id).orElse(null), wanted, found));
    }
}

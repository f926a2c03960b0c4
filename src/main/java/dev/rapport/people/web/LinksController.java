package dev.rapport.people.web;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpSession;
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

/** The links that wait for a person's answer, one after the other, and any link with its history. */
@WhenServing
@Controller
@RequestMapping("/links")
class LinksController {

    private static final String BLIND = "links.blind";

    private final LinkReads reads;

    LinksController(LinkReads reads) {
        this.reads = reads;
    }

    @GetMapping
    ModelAndView first(@AuthenticationPrincipal SignedIn user, HttpSession session) {
        return page(reads.first(user.id(), 0).orElse(null), user, session);
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn user, HttpSession session) {
        return page(id, user, session);
    }

    /** How many wait, for the navigation. */
    @GetMapping("/count")
    ModelAndView count() {
        return new ModelAndView("people/linksCount", "count", reads.waiting());
    }

    /** Keeps back, or shows again, what the evidence says: whoever answers without it is not led by it. */
    @PostMapping("/blind")
    @PreAuthorize("hasRole('AGENT')")
    String blind(@RequestParam boolean on, HttpSession session) {
        session.setAttribute(BLIND, on);
        return "redirect:/links";
    }

    private ModelAndView page(@Nullable Long id, SignedIn user, HttpSession session) {
        boolean isBlind = Boolean.TRUE.equals(session.getAttribute(BLIND));
        Question question = id == null
                ? null
                : reads.question(id, isBlind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Long next = id == null ? null : reads.first(user.id(), id).orElse(null);
        return new ModelAndView(
                "people/review",
                "page",
                new ReviewPage(reads.rows(user.id()), reads.waiting(), question, next, isBlind));
    }
}

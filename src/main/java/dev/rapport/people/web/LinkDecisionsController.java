package dev.rapport.people.web;

import dev.rapport.people.ConfirmLink;
import dev.rapport.people.Link;
import dev.rapport.people.LinkId;
import dev.rapport.people.Links;
import dev.rapport.people.MoveLink;
import dev.rapport.people.PostponeLink;
import dev.rapport.people.RefuseLink;
import dev.rapport.people.TakeBackRefusal;
import dev.rapport.people.WithdrawLink;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Confirms, withdraws and refuses a link; whoever comes from the queue goes on to its next question. */
@WhenServing
@Controller
@RequestMapping("/links/{id:\\d+}")
@PreAuthorize("hasRole('AGENT')")
class LinkDecisionsController {

    private final Links links;
    private final LinkReads reads;

    LinkDecisionsController(Links links, LinkReads reads) {
        this.links = links;
        this.reads = reads;
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean moves,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Link link = link(id);
        if (moves) {
            links.move(new MoveLink(link.profile(), link.person(), user.id(), why));
        } else {
            links.confirm(new ConfirmLink(link.profile(), link.person(), user.id(), why));
        }
        Toast.of("links.confirmed")
                .undoneBy("DELETE", "/links/" + id + "/confirmation")
                .after(redirect);
        return onwards(request, reads.first(user.id(), id));
    }

    @DeleteMapping("/confirmation")
    String withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Link link = link(id);
        links.withdraw(new WithdrawLink(link.profile(), link.person(), user.id(), why));
        Toast.of("links.withdrawn")
                .undoneBy("POST", "/links/" + id + "/confirmation")
                .after(redirect);
        return onwards(request, Optional.of(id));
    }

    @PostMapping("/refusal")
    String refuse(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Link link = link(id);
        links.refuse(new RefuseLink(link.profile(), link.person(), user.id(), why));
        Toast.of("links.refused")
                .undoneBy("DELETE", "/links/" + id + "/refusal")
                .after(redirect);
        return onwards(request, reads.first(user.id(), id));
    }

    @DeleteMapping("/refusal")
    String takeBack(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Link link = link(id);
        links.takeBack(new TakeBackRefusal(link.profile(), link.person(), user.id(), why));
        Toast.of("links.refusal-taken-back").after(redirect);
        return onwards(request, Optional.of(id));
    }

    /** Asks again another time: this user tomorrow, or nobody for a long while when it cannot be told. */
    @PostMapping("/postponement")
    String postpone(
            @PathVariable long id,
            @RequestParam(defaultValue = "LATER") PostponeLink.Answer answer,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request) {
        links.postpone(new PostponeLink(link(id).id(), user.id(), answer));
        return onwards(request, reads.first(user.id(), id));
    }

    private Link link(long id) {
        return links.find(new LinkId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Back to the page it was decided on, unless that is the queue. */
    private static String onwards(HttpServletRequest request, Optional<Long> next) {
        String from = CameFrom.page(request);
        return from != null && !from.startsWith("/links")
                ? "redirect:" + from
                : "redirect:/links" + next.map(id -> "/" + id).orElse("");
    }
}

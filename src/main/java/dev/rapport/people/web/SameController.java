package dev.rapport.people.web;

import dev.rapport.people.CannotJoin;
import dev.rapport.people.Humans;
import dev.rapport.people.JoinPersons;
import dev.rapport.people.KeepApart;
import dev.rapport.people.PartPersons;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
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

/** Says that two persons on record are one human or two, with a look at both before, and takes it back. */
@WhenServing
@Controller
@RequestMapping("/people/{id:\\d+}/same")
@PreAuthorize("hasRole('AGENT')")
class SameController {

    private final Humans humans;
    private final SameReads reads;

    SameController(Humans humans, SameReads reads) {
        this.humans = humans;
        this.reads = reads;
    }

    /** Both side by side. */
    @GetMapping
    ModelAndView compare(@PathVariable long id, @RequestParam long with) {
        if (id == with || !reads.isThere(id) || !reads.isThere(with)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("people/same", "page", reads.page(new PersonId(id), new PersonId(with)));
    }

    /** Joins them; the person of the address leads. */
    @PostMapping
    String join(
            @PathVariable long id,
            @RequestParam long with,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        humans.join(new JoinPersons(new PersonId(with), new PersonId(id), user.id(), why));
        Toast.of("same.joined").undoneBy("DELETE", "/people/" + with + "/same").after(redirect);
        return "redirect:/people/" + id;
    }

    /** Takes a person from under the one who leads. */
    @DeleteMapping
    String part(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        PersonId leading = humans.human(new PersonId(id));
        humans.part(new PartPersons(new PersonId(id), user.id(), why));
        Toast.of("same.parted")
                .undoneBy("POST", "/people/" + leading.value() + "/same?with=" + id)
                .after(redirect);
        return "redirect:/people/" + id;
    }

    /** Remembers that they are two. */
    @PostMapping("/refusal")
    String keepApart(
            @PathVariable long id,
            @RequestParam long with,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        humans.keepApart(new KeepApart(new PersonId(with), new PersonId(id), user.id(), why));
        Toast.of("same.kept-apart").after(redirect);
        return "redirect:/people/duplicates";
    }

    @ExceptionHandler
    void notPossible(CannotJoin refused, HttpServletResponse response) throws IOException {
        HttpStatus status = refused.why() == CannotJoin.Why.NO_SUCH_PERSON ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        response.sendError(status.value(), refused.getMessage());
    }
}

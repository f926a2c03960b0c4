package dev.rapport.people.web;

import dev.rapport.people.Consents;
import dev.rapport.people.Erasures;
import dev.rapport.people.People;
import dev.rapport.people.Permission;
import dev.rapport.people.Person;
import dev.rapport.people.Purpose;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is held about a person, what they allow, and writing down what they say about it. */
@WhenServing
@Controller
class PrivacyController {

    private final People people;
    private final Consents consents;
    private final Erasures erasures;
    private final Clock clock;

    PrivacyController(People people, Consents consents, Erasures erasures, Clock clock) {
        this.people = people;
        this.consents = consents;
        this.erasures = erasures;
        this.clock = clock;
    }

    @GetMapping("/people/{id:\\d+}/privacy")
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn reader) {
        return page(id, ConsentForm.empty(today(reader)), FormProblems.none());
    }

    @PreAuthorize("hasRole('AGENT')")
    @PostMapping("/people/{id:\\d+}/consents")
    Object record(
            @PathVariable long id,
            ConsentForm form,
            @AuthenticationPrincipal SignedIn by,
            RedirectAttributes redirect) {
        FormProblems problems = form.problems(today(by));
        if (!problems.isEmpty()) {
            ModelAndView again = page(id, form, problems);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        consents.record(form.command(new PersonId(id), by.id()));
        Toast.of("privacy.recorded").after(redirect);
        return "redirect:/people/" + id + "/privacy";
    }

    private ModelAndView page(long id, ConsentForm form, FormProblems problems) {
        PersonId person = new PersonId(id);
        Person known = people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Permission> permissions = Stream.of(Purpose.values())
                .map(purpose -> consents.may(person, purpose, ""))
                .toList();
        return new ModelAndView(
                "people/privacy",
                "page",
                new PrivacyPage(
                        id, known.name(), erasures.count(person), permissions, consents.of(person), form, problems));
    }

    private LocalDate today(SignedIn reader) {
        return LocalDate.ofInstant(clock.instant(), reader.zone());
    }
}

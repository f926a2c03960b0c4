package dev.rapport.people.web;

import dev.rapport.people.ErasePerson;
import dev.rapport.people.Erasures;
import dev.rapport.people.People;
import dev.rapport.people.Person;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.WhenServing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Erases a person, by a manager who typed the name after having seen what will happen. */
@WhenServing
@Controller
@PreAuthorize("hasRole('MANAGER')")
class ErasuresController {

    private final People people;
    private final Erasures erasures;

    ErasuresController(People people, Erasures erasures) {
        this.people = people;
        this.erasures = erasures;
    }

    @GetMapping("/people/{id:\\d+}/erasure")
    ModelAndView ask(@PathVariable long id) {
        return page(person(id), null);
    }

    @PostMapping("/people/{id:\\d+}/erasure")
    Object erase(
            @PathVariable long id, @RequestParam(defaultValue = "") String name, @AuthenticationPrincipal SignedIn by) {
        Person person = person(id);
        if (!same(name, person.name())) {
            ModelAndView again = page(person, "privacy.erase.problem");
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return "redirect:/people/erasures/" + erasures.erase(new ErasePerson(person.id(), by.id()));
    }

    /** What was done: counts and a day, nobody's name. */
    @GetMapping("/people/erasures/{id:\\d+}")
    ModelAndView show(@PathVariable long id) {
        return new ModelAndView(
                "people/erased",
                "erasure",
                erasures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private ModelAndView page(Person person, @Nullable String problem) {
        return new ModelAndView(
                "people/erasure",
                "page",
                new ErasurePage(
                        person.id().value(),
                        person.name(),
                        erasures.count(person.id()),
                        erasures.pending(person.id()),
                        problem));
    }

    private Person person(long id) {
        return people.find(new PersonId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean same(String typed, String name) {
        return typed.strip().replaceAll("\\s+", " ").equalsIgnoreCase(name);
    }
}

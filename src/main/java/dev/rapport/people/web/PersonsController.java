package dev.rapport.people.web;

import dev.rapport.people.AddPerson;
import dev.rapport.people.CannotKeep;
import dev.rapport.people.ChangePerson;
import dev.rapport.people.Origin;
import dev.rapport.people.People;
import dev.rapport.people.Person;
import dev.rapport.people.PersonFacts;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and changes a person. */
@WhenServing
@Controller
@RequestMapping("/people")
@PreAuthorize("hasRole('AGENT')")
class PersonsController {

    private final People people;

    PersonsController(People people) {
        this.people = people;
    }

    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "") String name) {
        return page(PersonEditPage.of(null, PersonForm.named(name)));
    }

    @PostMapping
    ModelAndView add(
            @ModelAttribute PersonForm form, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        return keep(
                PersonEditPage.of(null, form),
                facts -> people.add(new AddPerson(facts, Origin.ENTERED, user.id())),
                "people.added",
                redirect);
    }

    @GetMapping("/{id:\\d+}/edit")
    ModelAndView edit(@PathVariable long id) {
        return page(PersonEditPage.of(id, PersonForm.of(person(id))));
    }

    @PostMapping("/{id:\\d+}")
    ModelAndView change(
            @PathVariable long id,
            @ModelAttribute PersonForm form,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        PersonId person = person(id).id();
        int version = form.version() == null ? 0 : form.version();
        return keep(
                PersonEditPage.of(id, form),
                facts -> {
                    people.change(new ChangePerson(person, version, facts, user.id()));
                    return person;
                },
                "people.changed",
                redirect);
    }

    private ModelAndView keep(
            PersonEditPage page, Function<PersonFacts, PersonId> keeping, String done, RedirectAttributes redirect) {
        try {
            PersonFacts facts = page.form().facts();
            PersonId id = keeping.apply(facts);
            Toast.of(done, facts.name()).after(redirect);
            return new ModelAndView("redirect:/people/" + id.value());
        } catch (CannotKeep refused) {
            return refused(page, refused);
        } catch (OptimisticLockingFailureException changed) {
            return refused(page, FormProblems.none(), "people.changed-meanwhile", "", HttpStatus.CONFLICT);
        } catch (IllegalArgumentException unreadable) {
            String field = String.valueOf(unreadable.getMessage());
            FormProblems problems = FormProblems.of(field, "people.unreadable." + field);
            return refused(page, problems, null, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView refused(PersonEditPage page, CannotKeep refused) {
        FormProblems problems = refused.why() == CannotKeep.Why.NO_NAME
                ? FormProblems.of("name", "people.refused.NO_NAME")
                : FormProblems.none();
        String problem = problems.isEmpty() ? "people.refused." + refused.why() : null;
        return refused(page, problems, problem, refused.detail(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView refused(
            PersonEditPage page, FormProblems problems, @Nullable String problem, String detail, HttpStatus status) {
        ModelAndView view = page(new PersonEditPage(page.id(), page.form(), problems, problem, detail));
        view.setStatus(status);
        return view;
    }

    private Person person(long id) {
        return people.find(new PersonId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(PersonEditPage page) {
        return new ModelAndView("people/edit", "page", page);
    }
}

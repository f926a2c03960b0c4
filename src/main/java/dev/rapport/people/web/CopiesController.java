package dev.rapport.people.web;

import dev.rapport.people.Erasures;
import dev.rapport.people.People;
import dev.rapport.people.Person;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A copy of all that is held about a person, for the person: to read and print, or as a file. Each is audited. */
@WhenServing
@Controller
@RequestMapping("/people/{id:\\d+}/privacy/copy")
@PreAuthorize("hasRole('AGENT')")
class CopiesController {

    private final People people;
    private final Erasures erasures;
    private final Clock clock;

    CopiesController(People people, Erasures erasures, Clock clock) {
        this.people = people;
        this.erasures = erasures;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView read(@PathVariable long id) {
        Person person = person(id);
        HeldPage.Reading reading = new HeldPage.Reading();
        erasures.export(person.id(), reading::row);
        return new ModelAndView(
                "people/copy", "page", new HeldPage(id, person.name(), clock.instant(), reading.sections()));
    }

    @PostMapping
    void download(@PathVariable long id, HttpServletResponse response) throws IOException {
        PersonId person = person(id).id();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person-" + id + ".json\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        HeldCopy.write(response.getWriter(), rows -> erasures.export(person, rows));
    }

    private Person person(long id) {
        return people.find(new PersonId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

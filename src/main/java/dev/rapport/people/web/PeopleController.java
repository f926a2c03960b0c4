package dev.rapport.people.web;

import dev.rapport.people.People;
import dev.rapport.people.PersonFound;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of persons, searched while typing. */
@WhenServing
@Controller
@RequestMapping("/people")
class PeopleController {

    private static final int WHILE_TYPING = 8;

    private final People people;
    private final PersonListReads reads;

    PeopleController(People people, PersonListReads reads) {
        this.people = people;
        this.reads = reads;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long after) {
        return new ModelAndView("people/list", "page", q.isBlank() ? all(after) : found(q.strip()));
    }

    /** A few persons as a list: links to their pages, or buttons that link one of them to {@code profile}. */
    @GetMapping("/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long profile) {
        return new ModelAndView(
                "people/found", "page", new FoundPage(q.strip(), people.search(q, WHILE_TYPING), profile));
    }

    private PeoplePage all(@Nullable Long after) {
        List<PersonRow> rows = reads.page(after);
        boolean isMore = rows.size() > PersonListReads.PAGE;
        List<PersonRow> shown = isMore ? rows.subList(0, PersonListReads.PAGE) : rows;
        Long next = isMore ? shown.getLast().id() : null;
        return new PeoplePage("", shown, next, after == null, after == null && rows.isEmpty() && reads.isEmpty());
    }

    private PeoplePage found(String query) {
        List<Long> ids = people.search(query, PersonListReads.PAGE).stream()
                .map(PersonFound::id)
                .map(id -> id.value())
                .toList();
        return new PeoplePage(query, reads.rows(ids), null, true, false);
    }
}

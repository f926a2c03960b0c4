package dev.rapport.desk.person;

import dev.rapport.shared.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A person's page, and their timeline page by page. */
@Controller
@RequestMapping("/people/{id:\\d+}")
class PersonPageController {

    private final PersonPageReads persons;
    private final HoldingReads holdings;
    private final TimelineReads timelines;
    private final Clock clock;

    PersonPageController(PersonPageReads persons, HoldingReads holdings, TimelineReads timelines, Clock clock) {
        this.persons = persons;
        this.holdings = holdings;
        this.timelines = timelines;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        PersonPage.Facts facts =
                persons.facts(id, user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<PersonPage.Row> rows = persons.rows(id);
        Optional<PersonPage.Row> leading =
                rows.stream().filter(PersonPage.Row::isLeading).findFirst();
        if (leading.isPresent()) {
            return "redirect:/people/" + leading.get().id();
        }
        List<Holding> held = holdings.of(id);
        model.addAttribute(
                "page",
                new PersonPage(
                        facts,
                        holdings.first(id).orElse(null),
                        timelines.part(id, Show.parse(show), after(before), held, user),
                        timelines.counts(id),
                        persons.profiles(id, user.language()),
                        held,
                        persons.opinions(id),
                        persons.newest(id).orElse(null),
                        rows,
                        LocalDate.ofInstant(clock.instant(), user.zone())));
        return "desk/person/show";
    }

    /** One more page of the timeline, for the end of the one before. */
    @GetMapping("/timeline")
    String timeline(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        model.addAttribute("page", timelines.part(id, Show.parse(show), after(before), holdings.of(id), user));
        return "desk/person/timeline";
    }

    private static Point after(@Nullable String before) {
        return Point.parse(before).orElse(Point.NOW);
    }
}

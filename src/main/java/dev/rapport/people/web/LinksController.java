package dev.rapport.people.web;

import dev.rapport.shared.web.WhenServing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The links that wait for a person's answer, one after the other, and any link with its history. */
@WhenServing
@Controller
@RequestMapping("/links")
class LinksController {

    private final LinkReads reads;

    LinksController(LinkReads reads) {
        this.reads = reads;
    }

    @GetMapping
    ModelAndView first() {
        return page(reads.first().orElse(null));
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(@PathVariable long id) {
        return page(id);
    }

    /** How many wait, for the navigation. */
    @GetMapping("/count")
    ModelAndView count() {
        return new ModelAndView("people/linksCount", "count", reads.waiting());
    }

    private ModelAndView page(@Nullable Long id) {
        Question question = id == null
                ? null
                : reads.question(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Long next = id == null ? null : reads.after(id).orElse(null);
        return new ModelAndView(
                "people/review", "page", new ReviewPage(reads.rows(id), reads.waiting(), question, next));
    }
}

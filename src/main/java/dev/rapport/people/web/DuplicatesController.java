package dev.rapport.people.web;

import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Persons who may be one. They are shown, never merged. */
@WhenServing
@Controller
@RequestMapping("/people/duplicates")
class DuplicatesController {

    private final TwinReads reads;

    DuplicatesController(TwinReads reads) {
        this.reads = reads;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "name") String by, @RequestParam(defaultValue = "") String after) {
        boolean byAddress = by.equals("address");
        List<Twins> groups = reads.page(byAddress, after);
        boolean isMore = groups.size() > TwinReads.PAGE;
        List<Twins> shown = isMore ? groups.subList(0, TwinReads.PAGE) : groups;
        String next = isMore ? shown.getLast().shared() : null;
        return new ModelAndView("people/duplicates", "page", new TwinsPage(byAddress, shown, next, after.isEmpty()));
    }

    /** The number alone, which the list asks for when it is drawn. */
    @GetMapping("/count")
    ModelAndView count() {
        return new ModelAndView("people/duplicatesCount", "count", reads.count());
    }
}

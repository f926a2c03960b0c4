package dev.rapport.understanding.web;

import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.Corrections;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How well messages are read here. */
@WhenServing
@Controller
class ReadingScorecardController {

    private final Corrections corrections;

    ReadingScorecardController(Corrections corrections) {
        this.corrections = corrections;
    }

    @GetMapping("/understanding/scorecard")
    ModelAndView show() {
        return new ModelAndView("understanding/scorecard", "page", new ReadingScorecardPage(corrections.scorecard()));
    }
}

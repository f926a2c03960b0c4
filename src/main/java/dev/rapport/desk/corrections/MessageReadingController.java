package dev.rapport.desk.corrections;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** One message, and the forms that correct its reading: inside of a thread, or as a page of their own. */
@Controller
@RequestMapping("/messages/{id:\\d+}")
class MessageReadingController {

    private final CorrectionPages pages;

    MessageReadingController(CorrectionPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        CorrectionPage page = pages.closed(id);
        if (htmx == null) {
            return "redirect:/inbox/" + page.conversation() + "#message-" + id;
        }
        model.addAttribute("page", page);
        return "desk/readings/message";
    }

    @GetMapping("/reading")
    @PreAuthorize("hasRole('AGENT')")
    public String correct(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("page", pages.open(id, null, htmx != null));
        return htmx == null ? "desk/readings/show" : "desk/readings/message";
    }
}

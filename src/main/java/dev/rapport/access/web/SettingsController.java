package dev.rapport.access.web;

import dev.rapport.shared.web.WhenServing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Settings begin with one's own. */
@WhenServing
@Controller
class SettingsController {

    @GetMapping("/settings")
    String show() {
        return "redirect:/settings/profile";
    }
}

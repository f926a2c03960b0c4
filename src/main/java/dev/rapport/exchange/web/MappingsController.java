package dev.rapport.exchange.web;

import dev.rapport.exchange.Mappings;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is remembered of the columns of each source. */
@WhenServing
@Controller
@RequestMapping("/imports/mappings")
@PreAuthorize("hasRole('MANAGER')")
class MappingsController {

    private final Mappings mappings;

    MappingsController(Mappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("exchange/mappings", "page", new MappingsPage(mappings.all()));
    }

    @DeleteMapping("/{id}")
    String forget(@PathVariable long id, RedirectAttributes redirect) {
        mappings.forget(id);
        Toast.of("exchange.mapping.forgotten").after(redirect);
        return "redirect:/imports/mappings";
    }
}

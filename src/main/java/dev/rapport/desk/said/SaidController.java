package dev.rapport.desk.said;

import dev.rapport.commerce.Target;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What is said about the catalogue's entries: trends for its whole list at once, and each entry's own page. */
@WhenServing
@Controller
class SaidController {

    private static final int MOST_ENTRIES = 200;

    private final SaidReads reads;

    SaidController(SaidReads reads) {
        this.reads = reads;
    }

    /** The trends of many entries; each finds its place in the list by its id. */
    @GetMapping("/catalogue/said")
    ModelAndView trends(@RequestParam(defaultValue = "") List<String> entries) {
        List<Target> targets = entries.stream()
                .limit(MOST_ENTRIES)
                .map(SaidController::target)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ModelAndView("desk/said/trends", "trends", reads.trends(targets));
    }

    @GetMapping("/catalogue/entries/{key}")
    ModelAndView show(@PathVariable String key) {
        return new ModelAndView("desk/said/entry", "page", page(key));
    }

    /** Its newest words alone, for its row in the list. */
    @GetMapping("/catalogue/entries/{key}/said")
    ModelAndView said(@PathVariable String key) {
        return new ModelAndView("desk/said/newest", "newest", page(key).newest());
    }

    private EntryPage page(String key) {
        return Optional.ofNullable(target(key))
                .flatMap(reads::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The entry with a key like {@code brand-7}; null when it is none. */
    private static @Nullable Target target(String key) {
        if (!key.matches("(brand|product)-\\d{1,18}")) {
            return null;
        }
        int at = key.indexOf('-');
        return new Target(
                Target.Kind.valueOf(key.substring(0, at).toUpperCase(Locale.ROOT)),
                Long.parseLong(key.substring(at + 1)));
    }
}

package dev.rapport.understanding.web;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.Outlook;
import dev.rapport.understanding.Rereading;
import dev.rapport.understanding.RereadingId;
import dev.rapport.understanding.RereadingRun;
import dev.rapport.understanding.Rereadings;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reads history again with the rules of today: first a look at what would change. Everybody looks, managers begin. */
@WhenServing
@Controller
@RequestMapping("/understanding/reread")
class RereadController {

    private static final String PAGE = "redirect:/understanding/reread";

    private final Rereading rereading;
    private final Rereadings rereadings;

    RereadController(Rereading rereading, Rereadings rereadings) {
        this.rereading = rereading;
        this.rereadings = rereadings;
    }

    /** With {@code look} also what would change: that reads a sample. */
    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @RequestParam(defaultValue = "false") boolean look,
            @AuthenticationPrincipal SignedIn user) {
        Outlook outlook = look ? rereading.outlook(from(since, user)) : null;
        RereadingRun run = rereadings.newest().orElse(null);
        RereadPage page = new RereadPage(rereading.behind(), since, outlook, run);
        return new ModelAndView("understanding/reread", "page", page);
    }

    /** How far it is, for the part of the page that moves. */
    @GetMapping("/{id:\\d+}")
    ModelAndView progress(@PathVariable long id) {
        return new ModelAndView("understanding/progress", "run", find(id));
    }

    @PostMapping
    @PreAuthorize("hasRole('MANAGER')")
    String start(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        boolean started = rereadings.start(from(since, user), user.id()).isPresent();
        Toast.of(started ? "understanding.reread.started" : "understanding.reread.under-way")
                .after(redirect);
        return PAGE;
    }

    @PostMapping("/{id:\\d+}/stop")
    @PreAuthorize("hasRole('MANAGER')")
    String stop(@PathVariable long id) {
        rereadings.stop(find(id).id());
        return PAGE;
    }

    @DeleteMapping("/{id:\\d+}/stop")
    @PreAuthorize("hasRole('MANAGER')")
    String resume(@PathVariable long id) {
        rereadings.resume(find(id).id());
        return PAGE;
    }

    /** Only the last one can be stopped, resumed or followed: one is under way at a time. */
    private RereadingRun find(long id) {
        return rereadings
                .newest()
                .filter(run -> run.id().equals(new RereadingId(id)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Instant from(@Nullable LocalDate since, SignedIn user) {
        return since == null ? Instant.EPOCH : since.atStartOfDay(user.zone()).toInstant();
    }
}

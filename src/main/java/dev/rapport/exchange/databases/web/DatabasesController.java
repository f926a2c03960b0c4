package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.databases.ConnectDatabase;
import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.DatabaseId;
import dev.rapport.exchange.databases.Databases;
import dev.rapport.exchange.databases.Transfers;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Databases of other systems: managers see them, owners connect them, since they lie inside the house's network. */
@WhenServing
@Controller
@RequestMapping("/databases")
@PreAuthorize("hasRole('MANAGER')")
class DatabasesController {

    private final Databases databases;
    private final Transfers transfers;

    DatabasesController(Databases databases, Transfers transfers) {
        this.databases = databases;
        this.transfers = transfers;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("exchange/databases", "page", new DatabasesPage(databases.all()));
    }

    @GetMapping("/new")
    @PreAuthorize("hasRole('OWNER')")
    ModelAndView form() {
        return form(null, ConnectDatabase.empty(), FormProblems.none());
    }

    /** Connects it and tries the connection; what came of that stands on its page. */
    @PostMapping
    @PreAuthorize("hasRole('OWNER')")
    ModelAndView connect(@ModelAttribute ConnectionForm form, @AuthenticationPrincipal SignedIn by) {
        try {
            DatabaseId id = databases.connect(form.command(), by.id());
            databases.test(id);
            return new ModelAndView(home(id.value()));
        } catch (CannotSave problem) {
            return form(null, form.command(), FormProblems.of(problem.field(), problem.key()));
        }
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(@PathVariable long id) {
        Database database = find(id);
        DatabasePage page = new DatabasePage(
                database,
                transfers.all(database.id()),
                databases.missingDriver(database.kind()).orElse(null));
        return new ModelAndView("exchange/database", "page", page);
    }

    @GetMapping("/{id:\\d+}/connection")
    @PreAuthorize("hasRole('OWNER')")
    ModelAndView edit(@PathVariable long id) {
        Database database = find(id);
        return form(database, database.asConnected(), FormProblems.none());
    }

    @PutMapping("/{id:\\d+}")
    @PreAuthorize("hasRole('OWNER')")
    ModelAndView change(@PathVariable long id, @ModelAttribute ConnectionForm form, RedirectAttributes redirect) {
        Database database = find(id);
        try {
            databases.change(database.id(), form.command());
            databases.test(database.id());
            Toast.of("exchange.database.changed").after(redirect);
            return new ModelAndView(home(id));
        } catch (CannotSave problem) {
            return form(database, form.command(), FormProblems.of(problem.field(), problem.key()));
        }
    }

    @DeleteMapping("/{id:\\d+}")
    @PreAuthorize("hasRole('OWNER')")
    String remove(@PathVariable long id, RedirectAttributes redirect) {
        databases.remove(find(id).id());
        Toast.of("exchange.database.removed").after(redirect);
        return "redirect:/databases";
    }

    @PostMapping("/{id:\\d+}/test")
    String test(@PathVariable long id) {
        databases.test(find(id).id());
        return home(id);
    }

    private Database find(long id) {
        return databases.find(new DatabaseId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView form(@Nullable Database database, ConnectDatabase form, FormProblems problems) {
        ModelAndView view =
                new ModelAndView("exchange/connection", "page", new ConnectionPage(database, form, problems));
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String home(long id) {
        return "redirect:/databases/" + id;
    }
}

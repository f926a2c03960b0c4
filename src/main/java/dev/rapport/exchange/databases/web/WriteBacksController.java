package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.Exports;
import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.DatabaseFailed;
import dev.rapport.exchange.databases.DatabaseId;
import dev.rapport.exchange.databases.Databases;
import dev.rapport.exchange.databases.FirstRows;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.TransferId;
import dev.rapport.exchange.databases.Transfers;
import dev.rapport.exchange.databases.WriteBack;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exports that are written into a table of theirs. */
@WhenServing
@Controller
@RequestMapping("/databases/{database:\\d+}/write-backs")
@PreAuthorize("hasRole('MANAGER')")
class WriteBacksController {

    private final Databases databases;
    private final Transfers transfers;
    private final FirstRows firstRows;
    private final Exports exports;

    WriteBacksController(Databases databases, Transfers transfers, FirstRows firstRows, Exports exports) {
        this.databases = databases;
        this.transfers = transfers;
        this.firstRows = firstRows;
        this.exports = exports;
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable long database,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String table,
            @AuthenticationPrincipal SignedIn user) {
        WriteBackForm form = WriteBackForm.empty(exports.kinds().contains(kind) ? kind : "", table, user.zone());
        return page(find(database), null, form, FormProblems.none());
    }

    @PostMapping
    ModelAndView add(
            @PathVariable long database,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        Database there = find(database);
        WriteBackForm form = read(sent, user);
        try {
            TransferId id = transfers.add(there.id(), form.command(), user.id());
            Toast.of("exchange.transfer.saved").after(redirect);
            return new ModelAndView(
                    "redirect:" + transfers.find(id).orElseThrow().path());
        } catch (CannotSave problem) {
            return page(there, null, form, FormProblems.of(problem.field(), problem.key()));
        }
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView edit(@PathVariable long database, @PathVariable long id) {
        Transfer transfer = transfer(database, id);
        WriteBackForm form = WriteBackForm.of(transfer, (WriteBack) transfer.plan());
        return page(find(database), transfer, form, FormProblems.none());
    }

    @PutMapping("/{id:\\d+}")
    ModelAndView change(
            @PathVariable long database,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        Transfer transfer = transfer(database, id);
        WriteBackForm form = read(sent, user);
        try {
            transfers.change(transfer.id(), form.command());
            Toast.of("exchange.transfer.saved").after(redirect);
            return new ModelAndView("redirect:" + transfer.path());
        } catch (CannotSave problem) {
            return page(find(database), transfer, form, FormProblems.of(problem.field(), problem.key()));
        }
    }

    private WriteBackForm read(MultiValueMap<String, String> sent, SignedIn user) {
        return WriteBackForm.read(sent, fields(sent.toSingleValueMap().getOrDefault("kind", "")), user.zone());
    }

    private List<String> fields(String kind) {
        return exports.kinds().contains(kind) ? exports.fields(kind) : List.of();
    }

    /** Their database is asked for its tables and columns; when it does not answer the page says so. */
    private ModelAndView page(
            Database database, @Nullable Transfer transfer, WriteBackForm form, FormProblems problems) {
        List<String> tables = List.of();
        List<String> columns = List.of();
        Reason problem = null;
        try {
            tables = firstRows.tables(database);
            if (!form.plan().table().isEmpty() && !form.plan().kind().isEmpty()) {
                columns = firstRows.columns(database, form.plan().table());
            }
        } catch (DatabaseFailed failed) {
            problem = failed.reason();
        }
        WriteBackPage page = new WriteBackPage(
                database,
                transfer,
                form,
                exports.kinds(),
                tables,
                fields(form.plan().kind()),
                columns,
                problems,
                problem);
        ModelAndView view = new ModelAndView("exchange/write-back", "page", page);
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Database find(long id) {
        return databases.find(new DatabaseId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Transfer transfer(long database, long id) {
        return transfers
                .find(new TransferId(id))
                .filter(one -> one.database().equals(new DatabaseId(database)) && !one.isIntake())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

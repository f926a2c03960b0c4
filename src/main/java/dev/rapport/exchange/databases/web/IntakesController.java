package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Mappings;
import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.DatabaseFailed;
import dev.rapport.exchange.databases.DatabaseId;
import dev.rapport.exchange.databases.Databases;
import dev.rapport.exchange.databases.FirstRows;
import dev.rapport.exchange.databases.Intake;
import dev.rapport.exchange.databases.Look;
import dev.rapport.exchange.databases.SaveTransfer;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.TransferId;
import dev.rapport.exchange.databases.Transfers;
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

/** Queries whose rows are brought in: written, looked at, saved. */
@WhenServing
@Controller
@RequestMapping("/databases/{database:\\d+}/intakes")
@PreAuthorize("hasRole('MANAGER')")
class IntakesController {

    private final Databases databases;
    private final Transfers transfers;
    private final FirstRows firstRows;
    private final Imports imports;
    private final Mappings mappings;

    IntakesController(
            Databases databases, Transfers transfers, FirstRows firstRows, Imports imports, Mappings mappings) {
        this.databases = databases;
        this.transfers = transfers;
        this.firstRows = firstRows;
        this.imports = imports;
        this.mappings = mappings;
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable long database,
            @RequestParam(defaultValue = "") String kind,
            @AuthenticationPrincipal SignedIn user) {
        IntakeForm empty = IntakeForm.empty(kind(kind).name(), user.zone());
        return page(find(database), null, empty, null, FormProblems.none(), null);
    }

    /** Shows the first rows, or saves it when these look as they should. */
    @PostMapping
    ModelAndView add(
            @PathVariable long database,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        return answer(find(database), null, form, user, redirect);
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView edit(@PathVariable long database, @PathVariable long id) {
        Transfer transfer = transfer(database, id);
        IntakeForm form = IntakeForm.of(transfer, (Intake) transfer.plan());
        return page(find(database), transfer, form, null, FormProblems.none(), null);
    }

    @PutMapping("/{id:\\d+}")
    ModelAndView change(
            @PathVariable long database,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        return answer(find(database), transfer(database, id), form, user, redirect);
    }

    private ModelAndView answer(
            Database database,
            @Nullable Transfer transfer,
            MultiValueMap<String, String> sent,
            SignedIn user,
            RedirectAttributes redirect) {
        String kind = sent.toSingleValueMap().getOrDefault("kind", "");
        IntakeForm form = IntakeForm.read(sent, kind(kind), user.zone());
        try {
            Look look = firstRows.at(database, form.intake(), user.id());
            boolean isSaved = sent.containsKey("save") && look.problem() == null;
            return isSaved
                    ? save(database, transfer, form.command(look.mapping()), user, redirect)
                    : page(database, transfer, form, look, FormProblems.none(), look.problem());
        } catch (CannotSave problem) {
            return page(database, transfer, form, null, FormProblems.of(problem.field(), problem.key()), null);
        } catch (DatabaseFailed failed) {
            return page(database, transfer, form, null, FormProblems.none(), failed.reason());
        }
    }

    private ModelAndView save(
            Database database,
            @Nullable Transfer transfer,
            SaveTransfer command,
            SignedIn user,
            RedirectAttributes redirect) {
        Toast.of("exchange.transfer.saved").after(redirect);
        if (transfer == null) {
            TransferId id = transfers.add(database.id(), command, user.id());
            return new ModelAndView(
                    "redirect:" + transfers.find(id).orElseThrow().path());
        }
        transfers.change(transfer.id(), command);
        return new ModelAndView("redirect:" + transfer.path());
    }

    private ModelAndView page(
            Database database,
            @Nullable Transfer transfer,
            IntakeForm form,
            @Nullable Look look,
            FormProblems problems,
            @Nullable Reason problem) {
        IntakePage page = new IntakePage(
                database,
                transfer,
                form,
                imports.kinds(),
                kind(form.intake().kind()),
                mappings.sources(),
                look,
                problems,
                problem);
        ModelAndView view = new ModelAndView("exchange/intake", "page", page);
        view.setStatus(problems.isEmpty() && problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Database find(long id) {
        return databases.find(new DatabaseId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Transfer transfer(long database, long id) {
        return transfers
                .find(new TransferId(id))
                .filter(one -> one.database().equals(new DatabaseId(database)) && one.isIntake())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Customers first, when nobody chose: they are what such a database is asked for. */
    private ImportKind kind(String name) {
        List<ImportKind> kinds = imports.kinds();
        return kinds.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .or(() -> kinds.stream()
                        .filter(one -> one.name().equals("persons"))
                        .findFirst())
                .orElse(kinds.getFirst());
    }
}

package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.DatabaseId;
import dev.rapport.exchange.databases.Databases;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.TransferId;
import dev.rapport.exchange.databases.Transfers;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One transfer and its runs. */
@WhenServing
@Controller
@RequestMapping("/databases/{database:\\d+}/transfers/{id:\\d+}")
@PreAuthorize("hasRole('MANAGER')")
class TransfersController {

    private final Databases databases;
    private final Transfers transfers;

    TransfersController(Databases databases, Transfers transfers) {
        this.databases = databases;
        this.transfers = transfers;
    }

    @GetMapping
    ModelAndView show(@PathVariable long database, @PathVariable long id) {
        Transfer transfer = find(database, id);
        Database there = databases.find(transfer.database()).orElseThrow();
        TransferPage page = new TransferPage(there, transfer, transfers.runs(transfer.id()));
        return new ModelAndView("exchange/transfer", "page", page);
    }

    @PostMapping("/run")
    String run(@PathVariable long database, @PathVariable long id, RedirectAttributes redirect) {
        Transfer transfer = find(database, id);
        transfers.runSoon(transfer.id());
        Toast.of("exchange.transfer.soon").after(redirect);
        return "redirect:" + transfer.path();
    }

    /** Forgets how far it was read. */
    @DeleteMapping("/watermark")
    String startOver(@PathVariable long database, @PathVariable long id, RedirectAttributes redirect) {
        Transfer transfer = find(database, id);
        transfers.startOver(transfer.id());
        Toast.of("exchange.transfer.soon").after(redirect);
        return "redirect:" + transfer.path();
    }

    @DeleteMapping
    String remove(@PathVariable long database, @PathVariable long id, RedirectAttributes redirect) {
        transfers.remove(find(database, id).id());
        Toast.of("exchange.transfer.removed").after(redirect);
        return "redirect:/databases/" + database;
    }

    private Transfer find(long database, long id) {
        return transfers
                .find(new TransferId(id))
                .filter(transfer -> transfer.database().equals(new DatabaseId(database)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

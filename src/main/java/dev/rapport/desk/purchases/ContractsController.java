package dev.rapport.desk.purchases;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.WhenServing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What was agreed for longer: everybody who works here may read it. */
@WhenServing
@Controller
class ContractsController {

    private final ContractReads reads;
    private final Clock clock;

    ContractsController(ContractReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/contracts")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal SignedIn user) {
        PurchasesFor asked =
                new PurchasesFor(PurchasesController.words(q), Show.of(show, Show.OF_CONTRACTS), today(user));
        PageEnd end = PageEnd.ofDay(after);
        List<ContractRow> rows = reads.list(asked, end);
        boolean isMore = rows.size() > ContractReads.PAGE;
        List<ContractRow> page = isMore ? rows.subList(0, ContractReads.PAGE) : rows;
        PageEnd older = isMore ? page.getLast().end(asked.show() == Show.ENDING) : null;
        return new ModelAndView("desk/purchases/contracts", "page", new ContractsPage(asked, page, older, end == null));
    }

    @GetMapping("/contracts/{id}")
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        ContractRow contract = reads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("desk/purchases/contract", "page", new ContractPage(contract, today(user)));
    }

    private LocalDate today(SignedIn user) {
        return LocalDate.ofInstant(clock.instant(), user.zone());
    }
}

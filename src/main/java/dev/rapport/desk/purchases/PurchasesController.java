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

/** What was bought: everybody who works here may read it. */
@WhenServing
@Controller
class PurchasesController {

    static final int LONGEST = 200;

    private final PurchaseReads reads;
    private final Clock clock;

    PurchasesController(PurchaseReads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/purchases")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal SignedIn user) {
        PurchasesFor asked = new PurchasesFor(words(q), Show.of(show, Show.OF_PURCHASES), today(user));
        PageEnd end = PageEnd.ofMoment(after);
        List<PurchaseRow> rows = reads.list(asked, end);
        boolean isMore = rows.size() > PurchaseReads.PAGE;
        List<PurchaseRow> page = isMore ? rows.subList(0, PurchaseReads.PAGE) : rows;
        return new ModelAndView(
                "desk/purchases/list",
                "page",
                new PurchasesPage(
                        asked,
                        page,
                        isMore ? page.getLast().end() : null,
                        end == null,
                        rows.isEmpty() && reads.isEmpty()));
    }

    @GetMapping("/purchases/{id}")
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        PurchaseRow purchase = reads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "desk/purchases/purchase",
                "page",
                new PurchasePage(
                        purchase, purchase.orderNumber() == null ? List.of() : reads.besides(purchase), today(user)));
    }

    private LocalDate today(SignedIn user) {
        return LocalDate.ofInstant(clock.instant(), user.zone());
    }

    static String words(String typed) {
        String words = typed.replace('\0', ' ').strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}

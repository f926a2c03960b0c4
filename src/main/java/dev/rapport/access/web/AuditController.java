package dev.rapport.access.web;

import dev.rapport.access.web.AuditPage.Row;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The audit trail, newest first. */
@WhenServing
@Controller
class AuditController {

    private static final int PAGE = 50;

    private final AuditReads reads;

    AuditController(AuditReads reads) {
        this.reads = reads;
    }

    @PreAuthorize("hasRole('MANAGER')")
    @GetMapping("/settings/audit")
    ModelAndView list(@ModelAttribute AuditFilter filter) {
        List<Row> entries = reads.entries(filter, PAGE + 1);
        boolean hasMore = entries.size() > PAGE;
        List<Row> shown = hasMore ? entries.subList(0, PAGE) : entries;
        Long older = hasMore ? shown.getLast().id() : null;
        AuditPage page = new AuditPage(filter, reads.actors(), reads.actions(), shown, older);
        return new ModelAndView("access/audit", "page", page);
    }
}

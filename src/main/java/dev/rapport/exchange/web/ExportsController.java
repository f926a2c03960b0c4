package dev.rapport.exchange.web;

import dev.rapport.exchange.ExportFormat;
import dev.rapport.exchange.Exports;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Downloads of everything of a kind, for managers; a POST, because each is noted in the audit trail. */
@WhenServing
@Controller
@RequestMapping("/exports")
@PreAuthorize("hasRole('MANAGER')")
class ExportsController {

    private final Exports exports;
    private final Clock clock;

    ExportsController(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("exchange/exports", "kinds", exports.kinds());
    }

    /** Rows leave as they are read; how many there are does not matter. */
    @PostMapping("/{kind}")
    void download(@PathVariable String kind, @RequestParam ExportFormat format, HttpServletResponse response)
            throws IOException {
        List<String> known = exports.kinds();
        if (!known.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Download.begin(response, "rapport-" + kind + "-" + LocalDate.now(clock) + "." + format.ending());
        exports.write(kind, format, response.getWriter());
    }
}

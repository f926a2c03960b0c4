package dev.rapport.cases.web;

import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.NoSuchCase;
import dev.rapport.cases.OpenCase;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case's own page, and opening one by hand. */
@Controller
@RequestMapping("/cases")
class CasesController {

    private final Cases cases;
    private final CaseReads reads;
    private final Afterwards afterwards;

    CasesController(Cases cases, CaseReads reads, Afterwards afterwards) {
        this.cases = cases;
        this.reads = reads;
        this.afterwards = afterwards;
    }

    @GetMapping("/{id:\\d+}")
    public String show(@PathVariable long id, Model model) {
        model.addAttribute("page", reads.page(id).orElseThrow(() -> new NoSuchCase(id)));
        return "cases/show";
    }

    @PostMapping
    @PreAuthorize("hasRole('AGENT')")
    public ModelAndView create(
            @RequestParam long conversation,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        CaseId opened = cases.open(OpenCase.byHand(ConversationId.of(conversation), user.id(), why.strip()));
        return afterwards.of(opened, Toast.of("case.done.opened", opened.toString()), request, response, redirect);
    }
}

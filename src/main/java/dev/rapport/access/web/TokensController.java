package dev.rapport.access.web;

import dev.rapport.access.ApiTokenId;
import dev.rapport.access.Tokens;
import dev.rapport.access.User;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** API tokens, a managers' matter. */
@WhenServing
@Controller
@RequestMapping("/settings/tokens")
@PreAuthorize("hasRole('MANAGER')")
class TokensController {

    private final Tokens tokens;
    private final TokenReads reads;

    TokensController(Tokens tokens, TokenReads reads) {
        this.tokens = tokens;
        this.reads = reads;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("access/tokens", "page", new TokensPage(reads.tokens()));
    }

    @GetMapping("/new")
    ModelAndView form() {
        return new ModelAndView("access/token", "page", new TokenPage(TokenForm.empty(), FormProblems.none()));
    }

    @PostMapping
    ModelAndView issue(@ModelAttribute TokenForm form, @AuthenticationPrincipal User by) {
        FormProblems problems = form.problems();
        if (!problems.isEmpty()) {
            ModelAndView view = new ModelAndView("access/token", "page", new TokenPage(form, problems));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        String secret = tokens.issue(form.command(), by.id()).secret();
        ModelAndView view = new ModelAndView("access/once", "page", new OncePage("token", secret, "/settings/tokens"));
        view.setStatus(HttpStatus.CREATED);
        return view;
    }

    @DeleteMapping("/{id}")
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        tokens.revoke(new ApiTokenId(id));
        Toast.of("tokens.revoked").after(redirect);
        return "redirect:/settings/tokens";
    }
}

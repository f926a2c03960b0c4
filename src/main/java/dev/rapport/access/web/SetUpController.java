package dev.rapport.access.web;

import dev.rapport.access.BecomeOwner;
import dev.rapport.access.OwnerLinks;
import dev.rapport.access.User;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Languages;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Becoming an owner by the link from the server's console. */
@WhenServing
@Controller
class SetUpController {

    private final OwnerLinks links;
    private final Entrance entrance;
    private final Languages languages;

    SetUpController(OwnerLinks links, Entrance entrance, Languages languages) {
        this.links = links;
        this.entrance = entrance;
        this.languages = languages;
    }

    @GetMapping("/set-up/{secret}")
    ModelAndView show(@PathVariable String secret) {
        return page(secret, links.isOpen(secret), Newcomer.at(""), FormProblems.none());
    }

    @PostMapping("/set-up/{secret}")
    ModelAndView create(
            @PathVariable String secret,
            @ModelAttribute Newcomer newcomer,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormProblems problems = newcomer.problems();
        if (!problems.isEmpty()) {
            return page(secret, links.isOpen(secret), newcomer, problems);
        }
        Locale language = languages.of(request);
        Optional<User> owner = links.use(new BecomeOwner(secret, newcomer.user(language)));
        owner.ifPresent(user -> entrance.admit(user, request, response));
        return owner.isPresent()
                ? new ModelAndView("redirect:" + LocalPath.START)
                : page(secret, false, newcomer, FormProblems.none());
    }

    private static ModelAndView page(String secret, boolean isOpen, Newcomer newcomer, FormProblems problems) {
        ModelAndView view = new ModelAndView("access/set-up");
        view.addObject("page", new SetUpPage(secret, isOpen, newcomer, problems));
        HttpStatus wrong = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        view.setStatus(isOpen ? wrong : HttpStatus.GONE);
        return view;
    }
}

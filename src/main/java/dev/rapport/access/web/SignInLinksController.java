package dev.rapport.access.web;

import dev.rapport.access.SignInLinks;
import dev.rapport.access.User;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by a link that works once. */
@WhenServing
@Controller
class SignInLinksController {

    private final SignInLinks links;
    private final Entrance entrance;

    SignInLinksController(SignInLinks links, Entrance entrance) {
        this.links = links;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/link/{secret}")
    ModelAndView show(@PathVariable String secret) {
        return page(secret, links.isOpen(secret));
    }

    @PostMapping("/sign-in/link/{secret}")
    ModelAndView use(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        Optional<User> user = links.use(secret);
        user.ifPresent(known -> entrance.admit(known, request, response));
        return user.isPresent() ? new ModelAndView("redirect:" + LocalPath.START) : page(secret, false);
    }

    private static ModelAndView page(String secret, boolean isOpen) {
        ModelAndView view = new ModelAndView("access/sign-in-link");
        view.addObject("page", new SignInLinkPage(secret, isOpen));
        view.setStatus(isOpen ? HttpStatus.OK : HttpStatus.GONE);
        return view;
    }
}

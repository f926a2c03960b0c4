package dev.rapport.access.web;

import dev.rapport.access.SignInAnswer;
import dev.rapport.access.SignIns;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The front door: {@code /} shows it to strangers and leads everybody else inside. */
@WhenServing
@Controller
class SignInController {

    private final SignIns signIns;
    private final Entrance entrance;

    SignInController(SignIns signIns, Entrance entrance) {
        this.signIns = signIns;
        this.entrance = entrance;
    }

    @GetMapping({"/", "/sign-in"})
    ModelAndView show(
            @AuthenticationPrincipal @Nullable SignedIn user,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
        if (user != null) {
            return new ModelAndView("redirect:" + LocalPath.START);
        }
        String notice = signedOut == null ? null : "sign-in.signed-out";
        return page(new SignInPage("", LocalPath.orStart(next), notice, 0, FormProblems.none()), HttpStatus.OK);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String goal = LocalPath.orStart(next);
        return switch (signIns.signIn(email, password, request.getRemoteAddr())) {
            case SignInAnswer.Welcome(var user) -> {
                entrance.admit(user, request, response);
                yield new ModelAndView("redirect:" + goal);
            }
            case SignInAnswer.Refused() ->
                page(
                        new SignInPage(email, goal, null, 0, FormProblems.of("password", "sign-in.refused")),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case SignInAnswer.Wait(var left) -> {
                response.setHeader("Retry-After", Long.toString(left.toSeconds() + 1));
                yield page(
                        new SignInPage(email, goal, null, minutes(left), FormProblems.none()),
                        HttpStatus.TOO_MANY_REQUESTS);
            }
        };
    }

    /** Begun minutes count whole: better to come a little late than a little early, and a moment is a minute too. */
    static long minutes(Duration left) {
        return Math.max(1, left.plusMillis(59_999).toMinutes());
    }

    private static ModelAndView page(SignInPage page, HttpStatus status) {
        ModelAndView view = new ModelAndView("access/sign-in");
        view.addObject("page", page);
        view.setStatus(status);
        return view;
    }
}

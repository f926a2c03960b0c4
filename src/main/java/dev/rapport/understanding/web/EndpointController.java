package dev.rapport.understanding.web;

import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.Tried;
import dev.rapport.understanding.TriesSecondReader;
import dev.rapport.understanding.endpoint.CannotSave;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Endpoints;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second reader outside of this house: managers enter it, try it and switch it off. */
@WhenServing
@Controller
@RequestMapping("/understanding/endpoint")
@PreAuthorize("hasRole('MANAGER')")
class EndpointController {

    private static final String PAGE = "redirect:/understanding/endpoint";
    private static final String TRIED = "tried";

    private final Endpoints endpoints;
    private final TriesSecondReader trial;
    private final Users users;
    private final Clock clock;

    EndpointController(Endpoints endpoints, TriesSecondReader trial, Users users, Clock clock) {
        this.endpoints = endpoints;
        this.trial = trial;
        this.users = users;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Model model) {
        Tried tried = model.getAttribute(TRIED) instanceof Tried just ? just : null;
        return page(EndpointForm.of(endpoints.find().orElse(null)), FormProblems.none(), tried);
    }

    /** Enters it and switches it on. */
    @PutMapping
    ModelAndView save(
            @ModelAttribute EndpointForm form, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        try {
            endpoints.save(form.command(user.id()));
            Toast.of("understanding.endpoint.saved").after(redirect);
            return new ModelAndView(PAGE);
        } catch (CannotSave refused) {
            return page(form, new FormProblems(refused.problems()), null);
        }
    }

    /** Forgets it with its key. */
    @DeleteMapping
    String forget(RedirectAttributes redirect) {
        endpoints.forget();
        Toast.of("understanding.endpoint.forgotten").after(redirect);
        return PAGE;
    }

    @PostMapping("/pause")
    String switchOff(RedirectAttributes redirect) {
        endpoints.switchOff();
        Toast.of("understanding.endpoint.switched-off").after(redirect);
        return PAGE;
    }

    /** Puts a made-up sentence to it. */
    @PostMapping("/trial")
    String tryIt(RedirectAttributes redirect) {
        redirect.addFlashAttribute(TRIED, trial.tryIt());
        return PAGE + "#tried";
    }

    private ModelAndView page(EndpointForm form, FormProblems problems, @Nullable Tried tried) {
        Endpoint endpoint = endpoints.find().orElse(null);
        EndpointPage page = new EndpointPage(
                endpoint,
                endpoint == null
                        ? ""
                        : users.find(endpoint.consentedBy()).map(User::name).orElse(""),
                form,
                problems,
                endpoints.lately(),
                endpoints.refusedLately(),
                tried,
                clock.instant());
        ModelAndView view = new ModelAndView("understanding/endpoint", Map.of("page", page));
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

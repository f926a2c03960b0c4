package dev.rapport.understanding.web;

import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.AlikeMessages;
import dev.rapport.understanding.embedding.EmbeddingSwitch;
import dev.rapport.understanding.embedding.Embeddings;
import dev.rapport.understanding.embedding.ModelFailed;
import dev.rapport.understanding.embedding.ModelFolder;
import dev.rapport.understanding.embedding.ModelTrouble;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Comparing messages by what they mean: managers switch it on and off and see how far it is. */
@WhenServing
@Controller
@RequestMapping("/understanding/alike")
@PreAuthorize("hasRole('MANAGER')")
class AlikeController {

    private static final String PAGE = "redirect:/understanding/alike";

    private final AlikeMessages alike;
    private final Embeddings embeddings;
    private final ModelFolder folder;
    private final Users users;

    AlikeController(AlikeMessages alike, Embeddings embeddings, ModelFolder folder, Users users) {
        this.alike = alike;
        this.embeddings = embeddings;
        this.folder = folder;
        this.users = users;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView("understanding/alike", "page", page(null));
    }

    /** How far it is, for the part of the page that moves. */
    @GetMapping("/progress")
    ModelAndView progress() {
        return new ModelAndView("understanding/alikeProgress", "page", page(null));
    }

    /** Tries the model and switches it on. */
    @PutMapping
    ModelAndView switchOn(@AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        try {
            alike.switchOn(user.id());
            Toast.of("understanding.alike.on").after(redirect);
            return new ModelAndView(PAGE);
        } catch (ModelFailed failure) {
            ModelAndView view = new ModelAndView("understanding/alike", "page", page(failure.trouble()));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @PostMapping("/pause")
    String switchOff(@AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        embeddings.switchOff(user.id());
        Toast.of("understanding.alike.off").after(redirect);
        return PAGE;
    }

    /** Switches it off and forgets all vectors. */
    @DeleteMapping
    String forget(@AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        alike.forget(user.id());
        Toast.of("understanding.alike.forgotten").after(redirect);
        return PAGE;
    }

    private AlikePage page(@Nullable ModelTrouble refused) {
        EmbeddingSwitch state = embeddings.find().orElse(null);
        String by = state == null
                ? ""
                : users.find(state.switchedBy()).map(User::name).orElse("");
        return new AlikePage(state, by, alike.progress(), folder.path().toString(), refused);
    }
}

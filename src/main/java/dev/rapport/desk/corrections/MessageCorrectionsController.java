package dev.rapport.desk.corrections;

import dev.rapport.commerce.Catalogue;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.CorrectionId;
import dev.rapport.understanding.NotRead;
import dev.rapport.understanding.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says what a reading should have been, that it is right, or takes back what was said. */
@Controller
@RequestMapping("/messages/{id:\\d+}/corrections")
@PreAuthorize("hasRole('AGENT')")
class MessageCorrectionsController {

    private final CorrectionPages pages;
    private final KeepsCorrections keeps;
    private final Catalogue catalogue;
    private final CareRules rules;

    MessageCorrectionsController(CorrectionPages pages, KeepsCorrections keeps, Catalogue catalogue, CareRules rules) {
        this.pages = pages;
        this.keeps = keeps;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    @PostMapping
    public ModelAndView correct(
            @PathVariable long id,
            @ModelAttribute CorrectionForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        CorrectionPage page = pages.open(id, null, false);
        try {
            List<CorrectionId> kept = keep(id, form, page, user);
            Toast toast = form.isConfirmation() ? Toast.of("correction.confirmed") : taughtBy(id, kept.getFirst());
            return answer(id, htmx, toast, redirect, false);
        } catch (CannotCorrect refused) {
            return refused(id, refused, htmx);
        } catch (NotRead gone) {
            return refused(id, new CannotCorrect("correction.reworded"), htmx);
        }
    }

    @DeleteMapping("/{correction:\\d+}")
    public ModelAndView takeBack(
            @PathVariable long id,
            @PathVariable long correction,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        pages.open(id, null, false);
        boolean done = keeps.takeBack(MessageId.of(id), new CorrectionId(correction), user.id());
        Toast toast = Toast.of(done ? "correction.taken-back" : "correction.taken-back.before");
        return answer(id, htmx, toast, redirect, true);
    }

    private List<CorrectionId> keep(long id, CorrectionForm form, CorrectionPage page, SignedIn user) {
        CorrectionPanel panel = page.open();
        Set<String> reasons = rules.reasons().stream().map(CareReason::key).collect(Collectors.toSet());
        var changes = form.changes(panel.read(), new CatalogueNames(catalogue.snapshot()), reasons);
        return keeps.keep(new Wording(MessageId.of(id), panel.read().revision()), changes, user.id());
    }

    private static Toast taughtBy(long id, CorrectionId correction) {
        return Toast.of("correction.kept").undoneBy("DELETE", "/messages/" + id + "/corrections/" + correction.value());
    }

    private ModelAndView answer(
            long id, @Nullable String htmx, Toast toast, RedirectAttributes redirect, boolean isFocused) {
        CorrectionPage page = pages.open(id, null, isFocused);
        if (htmx == null) {
            toast.after(redirect);
            return new ModelAndView("redirect:/inbox/" + page.conversation() + "#message-" + id);
        }
        return new ModelAndView("desk/readings/message", "page", page);
    }

    private ModelAndView refused(long id, CannotCorrect refused, @Nullable String htmx) {
        CorrectionPage page = pages.open(id, refused.refusal(), true);
        var view = new ModelAndView(htmx == null ? "desk/readings/show" : "desk/readings/message", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

package dev.rapport.understanding.web;

import dev.rapport.conversations.MessageId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import dev.rapport.understanding.Change;
import dev.rapport.understanding.CorrectReading;
import dev.rapport.understanding.CorrectionId;
import dev.rapport.understanding.Corrections;
import dev.rapport.understanding.NotRead;
import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Teaches the reader by the ten readings it is least sure of, one after the other. */
@WhenServing
@Controller
@RequestMapping("/understanding")
class TeachController {

    private static final int NEWEST = 10;

    private final Corrections corrections;
    private final TeachReads reads;

    TeachController(Corrections corrections, TeachReads reads) {
        this.corrections = corrections;
        this.reads = reads;
    }

    @GetMapping
    String index() {
        return "redirect:/understanding/teach";
    }

    @GetMapping("/teach")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(defaultValue = "0") int of,
            @RequestParam(defaultValue = "0") int taught) {
        Sitting asked = left == null ? fresh() : Sitting.read(left, of, taught);
        Sitting sitting = asked.keeping(reads.teachable(asked.left()));
        TeachPage.Card card =
                sitting.isOver() ? null : reads.card(sitting.left().getFirst()).orElse(null);
        return new ModelAndView(
                "understanding/teach", "page", new TeachPage(sitting, card, reads.rows(corrections.newest(NEWEST))));
    }

    /** Says what one feels like and goes on to the next; {@code left} are those after it. */
    @PostMapping("/teach")
    @PreAuthorize("hasRole('AGENT')")
    String teach(
            @RequestParam long message,
            @RequestParam int revision,
            @RequestParam Polarity polarity,
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "0") int of,
            @RequestParam(defaultValue = "0") int taught,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        Sitting sitting = Sitting.read(left, of, taught);
        Wording wording = new Wording(MessageId.of(message), revision);
        try {
            corrections.correct(new CorrectReading(wording, new Change.PolarityIs(polarity), user.id()));
            return "redirect:" + sitting.oneMoreTaught().address();
        } catch (NotRead gone) {
            Toast.of("understanding.teach.gone").after(redirect);
            return "redirect:" + sitting.address();
        }
    }

    @DeleteMapping("/teach/{id:\\d+}")
    @PreAuthorize("hasRole('AGENT')")
    String takeBack(@PathVariable long id, @AuthenticationPrincipal SignedIn user, RedirectAttributes redirect) {
        corrections.takeBack(new CorrectionId(id), user.id());
        Toast.of("understanding.teach.taken-back").after(redirect);
        return "redirect:/understanding/teach";
    }

    private Sitting fresh() {
        return Sitting.of(corrections.leastSure(Sitting.MOST).stream()
                .map(one -> new Wording(one.message(), one.revision()))
                .toList());
    }
}

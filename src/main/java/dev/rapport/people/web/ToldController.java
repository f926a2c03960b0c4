package dev.rapport.people.web;

import dev.rapport.people.CannotKeep;
import dev.rapport.people.People;
import dev.rapport.people.RecordTold;
import dev.rapport.people.Told;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** “Somebody told me”: open to everybody who works here, because everybody meets customers. */
@WhenServing
@Controller
@RequestMapping("/told")
@PreAuthorize("hasRole('VIEWER')")
class ToldController {

    private final Told told;
    private final People people;
    private final Clock clock;

    ToldController(Told told, People people, Clock clock) {
        this.told = told;
        this.people = people;
        this.clock = clock;
    }

    /** The empty form, or one about a known person. */
    @GetMapping
    ModelAndView form(@RequestParam(required = false) @Nullable Long person) {
        ToldForm empty = ToldForm.empty();
        return person == null
                ? page(empty, FormProblems.none())
                : people.find(new PersonId(person))
                        .map(one -> page(empty.about(one.name(), person), FormProblems.none()))
                        .orElseGet(() -> page(empty, FormProblems.none()));
    }

    /** Those who may have been meant, while the name is typed. */
    @GetMapping("/speakers")
    ModelAndView speakers(@RequestParam(defaultValue = "") String who) {
        return new ModelAndView("people/speakers", "speakers", found(who.strip(), ""));
    }

    @PostMapping
    ModelAndView record(
            @ModelAttribute ToldForm given,
            @RequestParam(name = "picture", required = false) @Nullable MultipartFile picture,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect)
            throws IOException {
        ToldForm form = given.whole();
        ToldSpeakers speakers = found(Objects.requireNonNull(form.who()), Objects.requireNonNull(form.speaker()));
        FormProblems problems = form.problems(user.zone(), clock)
                .when(!speakers.who().isEmpty() && speakers.chosen().isEmpty(), "who", "told.problem.who")
                .when(picture != null && !ToldPictures.isTaken(picture), "picture", "told.problem.picture");
        if (!problems.isEmpty()) {
            return page(form, problems);
        }
        try {
            told.record(command(form, speakers, picture, user));
        } catch (CannotKeep refused) {
            return page(form, FormProblems.of("who", "told.problem.name"));
        }
        Toast.of("told.kept").after(redirect);
        return new ModelAndView("redirect:/told");
    }

    private RecordTold command(ToldForm form, ToldSpeakers speakers, @Nullable MultipartFile picture, SignedIn user)
            throws IOException {
        return new RecordTold(
                Objects.requireNonNull(form.key()),
                known(speakers),
                speakers.isNew() ? form.who() : null,
                Objects.requireNonNull(form.how()),
                Objects.requireNonNull(form.words()),
                form.place(),
                Objects.requireNonNull(form.saidAt(user.zone(), clock)),
                user.id(),
                user.name(),
                picture == null ? List.of() : ToldPictures.of(picture));
    }

    private static @Nullable PersonId known(ToldSpeakers speakers) {
        return speakers.chosen().matches("\\d{1,18}") ? new PersonId(Long.parseLong(speakers.chosen())) : null;
    }

    private ToldSpeakers found(String who, String chosen) {
        return ToldSpeakers.of(who, who.isEmpty() ? List.of() : people.search(who, ToldSpeakers.MOST), chosen);
    }

    private ModelAndView page(ToldForm form, FormProblems problems) {
        ToldForm whole = form.whole();
        ToldSpeakers speakers = found(Objects.requireNonNull(whole.who()), Objects.requireNonNull(whole.speaker()));
        ModelAndView view = new ModelAndView("people/told", "page", new ToldPage(whole, speakers, problems));
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

package dev.rapport.channels.web;

import dev.rapport.channels.Attempt;
import dev.rapport.channels.ChangeInbox;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.NameTaken;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.spi.Health;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connects places that are no mailboxes, and changes how they are reached. Nothing is saved that was not tried. */
@WhenServing
@Controller
@RequestMapping("/channels")
class PlacesController {

    private static final Duration ROUND_TRIP = Duration.ofSeconds(30);

    private final Inboxes inboxes;
    private final InboxPages pages;

    PlacesController(Inboxes inboxes, InboxPages pages) {
        this.inboxes = inboxes;
        this.pages = pages;
    }

    @PreAuthorize("hasRole('MANAGER')")
    @GetMapping("/new/{kind}")
    ModelAndView form(@PathVariable String kind) {
        return form(PlaceForm.empty(kind(kind)), List.of(), FormProblems.none());
    }

    /** Connects a place once it was read and, where it takes replies, written to. */
    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping("/new/{kind}")
    ModelAndView connect(
            @PathVariable String kind, @RequestParam Map<String, String> given, RedirectAttributes redirect) {
        PlaceForm form = PlaceForm.entered(kind(kind), given);
        FormProblems problems =
                form.problems(true).when(inboxes.byName(form.name()).isPresent(), "name", "channels.problem.taken");
        if (!problems.isEmpty()) {
            return form(form, List.of(), problems);
        }
        String network = form.kind().network();
        OpenInbox open = new OpenInbox(kind, form.name(), network, null, form.settings(Map.of()), form.secrets());
        Attempt attempt = inboxes.attempt(open);
        List<Health.Step> steps = new ArrayList<>();
        if (!works(steps, attempt.probe()) || !works(steps, attempt.prove(ROUND_TRIP))) {
            return form(form, steps, FormProblems.of("steps", "channels.problem.steps"));
        }
        try {
            InboxId inbox = inboxes.open(known(open, attempt.secrets(), steps));
            Toast.of("channels.connected", form.name()).after(redirect);
            return new ModelAndView("redirect:/channels/" + inbox.value());
        } catch (NameTaken taken) {
            return form(form, steps, FormProblems.of("name", "channels.problem.taken"));
        }
    }

    /** Changes how a place is reached once that was tried; what was heard stays. */
    @PreAuthorize("hasRole('MANAGER')")
    @PutMapping("/{id}/place")
    ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> given, RedirectAttributes redirect) {
        Inbox inbox = pages.inbox(id);
        PlaceForm form = PlaceForm.entered(kind(inbox.kind()), given);
        FormProblems problems = form.problems(false);
        if (!problems.isEmpty()) {
            return show(inbox, form, List.of(), problems);
        }
        ChangeInbox change = new ChangeInbox(inbox.id(), form.name(), form.settings(inbox.settings()), form.secrets());
        Attempt attempt = inboxes.attempt(change);
        Health health = attempt.probe();
        if (!health.works()) {
            return show(inbox, form, health.steps(), FormProblems.of("steps", "channels.problem.steps"));
        }
        try {
            inboxes.change(form.secrets().isEmpty() ? change : change.with(attempt.secrets()));
        } catch (NameTaken taken) {
            return show(inbox, form, List.of(), FormProblems.of("name", "channels.problem.taken"));
        }
        Toast.of("channels.changed").after(redirect);
        return new ModelAndView("redirect:/channels/" + id);
    }

    /** What the place said of the account: by which name we are known there, and by which id. */
    private static OpenInbox known(OpenInbox open, Map<String, String> secrets, List<Health.Step> steps) {
        Map<String, String> settings = new HashMap<>(open.settings());
        String address = open.settings().get("url");
        for (Health.Step step : steps) {
            if (step.what().endsWith(".account")) {
                address = step.seen().getFirst();
                if (step.seen().size() > 1) {
                    settings.put("did", step.seen().get(1));
                }
            }
        }
        return new OpenInbox(open.kind(), open.name(), open.network(), address, settings, secrets);
    }

    private static boolean works(List<Health.Step> steps, Health health) {
        steps.addAll(health.steps());
        return health.works();
    }

    private ModelAndView show(Inbox inbox, @Nullable PlaceForm form, List<Health.Step> steps, FormProblems problems) {
        return pages.show(inbox, MailboxForm.empty(), form, steps, problems);
    }

    private static ModelAndView form(PlaceForm form, List<Health.Step> steps, FormProblems problems) {
        return InboxPages.answer("channels/place", new PlacePage(form, steps, problems), problems);
    }

    private static PlaceKind kind(String kind) {
        return PlaceKind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

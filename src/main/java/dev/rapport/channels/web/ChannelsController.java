package dev.rapport.channels.web;

import dev.rapport.channels.ChangeInbox;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.NameTaken;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.PushedInboxes;
import dev.rapport.channels.spi.Health;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The connected places. Everybody who answers sees how they are; managers connect and change them. */
@WhenServing
@Controller
@RequestMapping("/channels")
class ChannelsController {

    private static final Duration ROUND_TRIP = Duration.ofSeconds(60);

    private final Inboxes inboxes;
    private final InboxPages pages;
    private final ChannelReads reads;
    private final PushedInboxes pushed;
    private final Clock clock;

    ChannelsController(Inboxes inboxes, InboxPages pages, ChannelReads reads, PushedInboxes pushed, Clock clock) {
        this.pushed = pushed;
        this.inboxes = inboxes;
        this.pages = pages;
        this.reads = reads;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('VIEWER')")
    @GetMapping
    ModelAndView list() {
        return new ModelAndView("channels/list", "page", new ChannelsPage(reads.inboxes()));
    }

    @PreAuthorize("hasRole('MANAGER')")
    @GetMapping("/new")
    ModelAndView kinds() {
        return new ModelAndView("channels/kinds", "page", new KindsPage(PlaceKind.ALL, pushed.kinds()));
    }

    @PreAuthorize("hasRole('MANAGER')")
    @GetMapping("/new/mail")
    ModelAndView form() {
        return mailbox(MailboxForm.empty(), List.of(), FormProblems.none());
    }

    /** Connects a mailbox once both directions were tried and a mail to itself arrived. */
    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping
    ModelAndView connect(@ModelAttribute MailboxForm form, RedirectAttributes redirect) {
        FormProblems problems = form.problems(true)
                .when(inboxes.byName(form.trimmedName()).isPresent(), "name", "channels.problem.taken");
        if (!problems.isEmpty()) {
            return mailbox(form, List.of(), problems);
        }
        OpenInbox open = opening(form, Map.of());
        List<Health.Step> steps = new ArrayList<>();
        if (!works(steps, inboxes.probe(open)) || !works(steps, inboxes.prove(open, ROUND_TRIP))) {
            return mailbox(form, steps, FormProblems.of("steps", "channels.problem.steps"));
        }
        boolean plus = steps.stream().anyMatch(step -> step.what().equals("mail.plus"));
        try {
            InboxId inbox = inboxes.open(opening(form, plus ? Map.of("plus", "true") : Map.of()));
            Toast.of("channels.connected", form.trimmedName()).after(redirect);
            return new ModelAndView("redirect:/channels/" + inbox.value());
        } catch (NameTaken taken) {
            return mailbox(form, steps, FormProblems.of("name", "channels.problem.taken"));
        }
    }

    @PreAuthorize("hasRole('VIEWER')")
    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        return pages.show(pages.inbox(id));
    }

    /** Changes servers or passwords once they were tried; what was heard stays. */
    @PreAuthorize("hasRole('MANAGER')")
    @PutMapping("/{id}")
    ModelAndView change(@PathVariable long id, @ModelAttribute MailboxForm form, RedirectAttributes redirect) {
        Inbox inbox = pages.inbox(id);
        FormProblems problems = form.problems(false);
        if (!problems.isEmpty()) {
            return show(inbox, form, List.of(), problems);
        }
        ChangeInbox change =
                new ChangeInbox(inbox.id(), form.trimmedName(), form.changed(inbox.settings()), form.secrets());
        Health health = inboxes.probe(change);
        if (!health.works()) {
            return show(inbox, form, health.steps(), FormProblems.of("steps", "channels.problem.steps"));
        }
        try {
            inboxes.change(change);
        } catch (NameTaken taken) {
            return show(inbox, form, List.of(), FormProblems.of("name", "channels.problem.taken"));
        }
        Toast.of("channels.changed").after(redirect);
        return new ModelAndView("redirect:/channels/" + id);
    }

    private OpenInbox opening(MailboxForm form, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(form.settings(LocalDate.now(clock)));
        settings.putAll(more);
        return new OpenInbox("mail", form.trimmedName(), "mail", form.trimmedAddress(), settings, form.secrets());
    }

    private static boolean works(List<Health.Step> steps, Health health) {
        steps.addAll(health.steps());
        return health.works();
    }

    private ModelAndView show(Inbox inbox, MailboxForm form, List<Health.Step> steps, FormProblems problems) {
        return pages.show(inbox, form, null, steps, problems);
    }

    private static ModelAndView mailbox(MailboxForm form, List<Health.Step> steps, FormProblems problems) {
        return InboxPages.answer("channels/mailbox", new MailboxPage(form, steps, problems), problems);
    }
}

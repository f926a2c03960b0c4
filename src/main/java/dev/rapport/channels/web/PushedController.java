package dev.rapport.channels.web;

import dev.rapport.channels.ChangeInbox;
import dev.rapport.channels.ChannelKind;
import dev.rapport.channels.Deliveries;
import dev.rapport.channels.DeliveryState;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.InboxState;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.NameTaken;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.PushedInboxes;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Setup;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connecting places by the common form, their secrets, and what they brought that somebody should look at. */
@WhenServing
@Controller
@RequestMapping("/channels")
@PreAuthorize("hasRole('MANAGER')")
class PushedController {

    private final PushedInboxes pushed;
    private final Inboxes inboxes;
    private final Deliveries deliveries;

    PushedController(PushedInboxes pushed, Inboxes inboxes, Deliveries deliveries) {
        this.pushed = pushed;
        this.inboxes = inboxes;
        this.deliveries = deliveries;
    }

    @GetMapping("/kinds/{kind}")
    ModelAndView form(@PathVariable String kind) {
        ChannelKind chosen = kind(kind);
        return form(chosen, new PushedForm(chosen.setup(), Map.of()), List.of(), FormProblems.none());
    }

    /** Connects a place once it let us in. */
    @PostMapping("/kinds/{kind}")
    ModelAndView connect(@PathVariable String kind, @RequestParam Map<String, String> values) {
        ChannelKind chosen = kind(kind);
        PushedForm form = new PushedForm(chosen.setup(), values);
        FormProblems problems =
                form.problems(true).when(inboxes.byName(form.name()).isPresent(), "name", "channels.problem.taken");
        if (!problems.isEmpty()) {
            return form(chosen, form, List.of(), problems);
        }
        Map<String, String> secrets = form.secrets();
        Map<String, String> settings = form.settings();
        OpenInbox open = new OpenInbox(kind, form.name(), chosen.setup().networkOf(settings), null, settings, secrets);
        Health health = inboxes.probe(open);
        if (!health.works()) {
            return form(chosen, form, health.steps(), FormProblems.of("steps", "channels.problem.steps"));
        }
        try {
            return connected(chosen, pushed.open(withOurselves(open)), secrets);
        } catch (NameTaken taken) {
            return form(chosen, form, List.of(), FormProblems.of("name", "channels.problem.taken"));
        } catch (Fault fault) {
            Health.Step step = new Health.Step("settings", false, List.of(String.valueOf(fault.getMessage())));
            return form(chosen, form, List.of(step), FormProblems.of("steps", "channels.problem.steps"));
        }
    }

    /** Changes name and settings once they were tried; what was heard stays. */
    @PutMapping("/{id}/settings")
    String change(@PathVariable long id, @RequestParam Map<String, String> values, RedirectAttributes redirect) {
        Inbox inbox = inbox(id);
        PushedForm form = new PushedForm(kind(inbox.kind()).setup(), values);
        Map<String, String> settings = new HashMap<>(inbox.settings());
        settings.putAll(form.settings());
        ChangeInbox change = new ChangeInbox(inbox.id(), form.name(), settings, Map.of());
        String problem = problem(form, change);
        if (problem == null) {
            try {
                inboxes.change(change);
            } catch (NameTaken taken) {
                problem = "channels.problem.taken";
            }
        }
        Toast.of(problem == null ? "channels.changed" : problem).after(redirect);
        return back(id);
    }

    /** Puts a new secret into force: the one entered, or one that is made and shown once. */
    @PostMapping("/{id}/secrets/{name}")
    ModelAndView exchange(
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String value,
            RedirectAttributes redirect) {
        Inbox inbox = inbox(id);
        Setup setup = kind(inbox.kind()).setup();
        Setup.Field field = setup.secrets().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean isMade = field.kind() == Setup.Kind.MADE;
        String fresh = isMade ? PushedForm.newSecret(setup) : value.strip();
        if (fresh.isEmpty()) {
            Toast.of("channels.problem.missing").after(redirect);
            return new ModelAndView(back(id));
        }
        pushed.exchange(inbox.id(), name, fresh);
        if (inbox.state() == InboxState.NEEDS_SIGN_IN) {
            inboxes.resume(inbox.id());
        }
        Health answer = pushed.subscribe(inbox.id()).orElse(null);
        if (isMade && answer == null) {
            return once(inbox, Map.of(name, fresh), List.of());
        }
        Toast.of(answer == null || answer.works() ? "channels.secret.changed" : "channels.secret.not-subscribed")
                .after(redirect);
        return new ModelAndView(back(id));
    }

    @DeleteMapping("/{id}/secrets/{name}/former")
    String endExchange(@PathVariable long id, @PathVariable String name, RedirectAttributes redirect) {
        pushed.endExchange(new InboxId(id), name);
        Toast.of("channels.secret.former-ended").after(redirect);
        return back(id);
    }

    @PostMapping("/{id}/deliveries/{delivery}/attempt")
    String replay(@PathVariable long id, @PathVariable long delivery, RedirectAttributes redirect) {
        DeliveryState became = deliveries.replay(delivery);
        Toast.of("channels.delivery.became." + became.name()).after(redirect);
        return back(id);
    }

    private @Nullable String problem(PushedForm form, ChangeInbox change) {
        FormProblems problems = form.problems(false);
        if (!problems.isEmpty()) {
            return problems.byField().values().iterator().next();
        }
        return inboxes.probe(change).works() ? null : "channels.problem.steps";
    }

    private OpenInbox withOurselves(OpenInbox open) {
        return new OpenInbox(
                open.kind(),
                open.name(),
                open.network(),
                pushed.ourselves(open).orElse(null),
                open.settings(),
                open.secrets());
    }

    private ModelAndView connected(ChannelKind kind, InboxId id, Map<String, String> secrets) {
        Health answer = pushed.subscribe(id).orElse(null);
        Map<String, String> made = new HashMap<>(secrets);
        made.keySet()
                .retainAll(kind.setup().fields().stream()
                        .filter(field -> field.kind() == Setup.Kind.MADE)
                        .map(Setup.Field::name)
                        .toList());
        return once(inbox(id.value()), answer == null ? made : Map.of(), answer == null ? List.of() : answer.steps());
    }

    private ModelAndView once(Inbox inbox, Map<String, String> made, List<Health.Step> steps) {
        String address = steps.isEmpty() ? pushed.address(inbox.id()).orElse(null) : null;
        ModelAndView view =
                new ModelAndView("channels/connected", "page", new ConnectedPage(inbox, address, made, steps));
        view.setStatus(HttpStatus.CREATED);
        return view;
    }

    private ModelAndView form(ChannelKind kind, PushedForm form, List<Health.Step> steps, FormProblems problems) {
        ModelAndView view = new ModelAndView(
                "channels/connect", "page", new ConnectPage(kind, form, mailboxes(inboxes), steps, problems));
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    static List<Inbox> mailboxes(Inboxes inboxes) {
        return inboxes.all().stream().filter(one -> one.kind().equals("mail")).toList();
    }

    private ChannelKind kind(String kind) {
        return pushed.kind(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Inbox inbox(long id) {
        return inboxes.find(new InboxId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String back(long id) {
        return "redirect:/channels/" + id;
    }
}

package dev.rapport.exchange.web;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.Webhook;
import dev.rapport.exchange.WebhookId;
import dev.rapport.exchange.Webhooks;
import dev.rapport.exchange.WriteWebhook;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** Which other systems are told what happens here, and what became of what they were told. */
@WhenServing
@Controller
@RequestMapping("/webhooks")
@PreAuthorize("hasRole('MANAGER')")
class WebhooksController {

    private static final WriteWebhook EMPTY = new WriteWebhook("", "", List.of());

    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("exchange/webhooks", "page", new WebhooksPage(webhooks.all()));
    }

    @GetMapping("/new")
    ModelAndView form() {
        return page(null, EMPTY, FormProblems.none());
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) @Nullable List<String> event,
            @AuthenticationPrincipal SignedIn by) {
        WriteWebhook command = new WriteWebhook(name, url, event == null ? List.of() : event);
        try {
            Webhooks.Made made = webhooks.add(command, by.id());
            return once(made.id(), made.secret());
        } catch (CannotSave problem) {
            return page(null, command, FormProblems.of(problem.field(), problem.key()));
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        Webhook webhook = webhook(id);
        return page(webhook, asWritten(webhook), FormProblems.none());
    }

    @PutMapping("/{id}")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) @Nullable List<String> event,
            RedirectAttributes redirect) {
        Webhook webhook = webhook(id);
        WriteWebhook command = new WriteWebhook(name, url, event == null ? List.of() : event);
        try {
            webhooks.change(webhook.id(), command);
            Toast.of("exchange.webhook.changed").after(redirect);
            return new ModelAndView(back(id));
        } catch (CannotSave problem) {
            return page(webhook, command, FormProblems.of(problem.field(), problem.key()));
        }
    }

    @DeleteMapping("/{id}")
    String remove(@PathVariable long id, RedirectAttributes redirect) {
        webhooks.remove(new WebhookId(id));
        Toast.of("exchange.webhook.removed").after(redirect);
        return "redirect:/webhooks";
    }

    /** Turns it off, or on again. */
    @PostMapping("/{id}/pause")
    String pause(@PathVariable long id) {
        webhooks.turn(webhook(id).id(), false);
        return back(id);
    }

    @DeleteMapping("/{id}/pause")
    String resume(@PathVariable long id) {
        webhooks.turn(webhook(id).id(), true);
        return back(id);
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable long id, RedirectAttributes redirect) {
        webhooks.test(webhook(id).id());
        Toast.of("exchange.webhook.tested").after(redirect);
        return back(id);
    }

    @PostMapping("/{id}/secret")
    ModelAndView exchangeSecret(@PathVariable long id) {
        return once(webhook(id).id(), webhooks.exchangeSecret(new WebhookId(id)));
    }

    @DeleteMapping("/{id}/secret/former")
    String endExchange(@PathVariable long id) {
        webhooks.endExchange(webhook(id).id());
        return back(id);
    }

    /** Sends dead messages again, one or all of them. */
    @PostMapping("/{id}/replays")
    String replay(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable UUID message,
            RedirectAttributes redirect) {
        int revived = webhooks.revive(webhook(id).id(), message);
        Toast.of("exchange.webhook.replayed", Integer.toString(revived)).after(redirect);
        return back(id);
    }

    private Webhook webhook(long id) {
        return webhooks.find(new WebhookId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(@Nullable Webhook webhook, WriteWebhook form, FormProblems problems) {
        WebhookPage page =
                new WebhookPage(webhook, form, webhook == null ? List.of() : webhooks.messages(webhook.id()), problems);
        ModelAndView view = new ModelAndView("exchange/webhook", "page", page);
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView once(WebhookId id, String secret) {
        ModelAndView view = new ModelAndView("exchange/secret", "page", new SecretPage(webhook(id.value()), secret));
        view.setStatus(HttpStatus.CREATED);
        return view;
    }

    private static WriteWebhook asWritten(Webhook webhook) {
        return new WriteWebhook(webhook.name(), webhook.url(), webhook.events());
    }

    private static String back(long id) {
        return "redirect:/webhooks/" + id;
    }
}

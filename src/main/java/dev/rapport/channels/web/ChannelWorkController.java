package dev.rapport.channels.web;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.Outbox;
import dev.rapport.channels.UnreadableItems;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done in an inbox: stopping it, deciding about replies, reading again what could not be read. */
@WhenServing
@Controller
@RequestMapping("/channels/{id}")
class ChannelWorkController {

    private final Inboxes inboxes;
    private final Outbox outbox;
    private final UnreadableItems unreadable;

    ChannelWorkController(Inboxes inboxes, Outbox outbox, UnreadableItems unreadable) {
        this.inboxes = inboxes;
        this.outbox = outbox;
        this.unreadable = unreadable;
    }

    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping("/pause")
    String pause(@PathVariable long id) {
        inboxes.pause(new InboxId(id));
        return back(id);
    }

    /** Goes on after a pause, or tries again at once. */
    @PreAuthorize("hasRole('MANAGER')")
    @DeleteMapping("/pause")
    String resume(@PathVariable long id) {
        inboxes.resume(new InboxId(id));
        return back(id);
    }

    /** Somebody looked and knows whether an unsure reply arrived. */
    @PreAuthorize("hasRole('AGENT')")
    @PostMapping("/replies/{key}/decision")
    String decide(
            @PathVariable long id,
            @PathVariable UUID key,
            @RequestParam boolean arrived,
            @AuthenticationPrincipal SignedIn user,
            RedirectAttributes redirect) {
        boolean done = arrived ? outbox.settleAsSent(key, user.id()) : outbox.settleAsNotSent(key, user.id());
        Toast.of(!done ? "channels.decided.before" : arrived ? "channels.decided.sent" : "channels.decided.again")
                .after(redirect);
        return back(id);
    }

    @PreAuthorize("hasRole('AGENT')")
    @DeleteMapping("/replies/{key}")
    String takeBack(@PathVariable long id, @PathVariable UUID key, RedirectAttributes redirect) {
        Toast.of(outbox.takeBack(key) ? "channels.taken-back" : "channels.too-late")
                .after(redirect);
        return back(id);
    }

    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping("/unreadable/{item}/attempt")
    String readAgain(@PathVariable long id, @PathVariable long item, RedirectAttributes redirect)
            throws InterruptedException {
        Toast.of(unreadable.tryAgain(item) ? "channels.read" : "channels.still-unreadable")
                .after(redirect);
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/channels/" + id;
    }
}

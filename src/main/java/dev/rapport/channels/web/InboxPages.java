package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.Searches;
import dev.rapport.channels.UnreadableItems;
import dev.rapport.channels.spi.Health;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of one inbox together, for whoever shows it. */
@Component
class InboxPages {

    private final Inboxes inboxes;
    private final Searches searches;
    private final UnreadableItems unreadable;
    private final ChannelReads reads;
    private final PushedReads pushed;

    InboxPages(Inboxes inboxes, Searches searches, UnreadableItems unreadable, ChannelReads reads, PushedReads pushed) {
        this.pushed = pushed;
        this.inboxes = inboxes;
        this.searches = searches;
        this.unreadable = unreadable;
        this.reads = reads;
    }

    Inbox inbox(long id) {
        return inboxes.find(new InboxId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView show(Inbox inbox) {
        PlaceForm place = PlaceKind.of(inbox.kind())
                .map(kind -> PlaceForm.of(kind, inbox))
                .orElse(null);
        return show(inbox, MailboxForm.of(inbox), place, List.of(), FormProblems.none());
    }

    ModelAndView show(
            Inbox inbox,
            MailboxForm mailbox,
            @Nullable PlaceForm place,
            List<Health.Step> steps,
            FormProblems problems) {
        InboxPage page = new InboxPage(
                inbox,
                reads.replies(inbox.id()),
                unreadable.waiting(inbox.id()),
                reads.rhythm(inbox.id()),
                reads.silences(inbox.id()),
                searches.ofInbox(inbox.id()),
                !searches.kinds(inbox.id()).isEmpty(),
                mailbox,
                place,
                steps,
                problems,
                pushed.of(inbox));
        return answer("channels/show", page, problems);
    }

    static ModelAndView answer(String template, Record page, FormProblems problems) {
        ModelAndView view = new ModelAndView(template, "page", page);
        view.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

package dev.rapport.desk;

import dev.rapport.cases.Drafts;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.desk.words.Place;
import dev.rapport.shared.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inbox: list, thread and what stands beside them, as one page or pane by pane. */
@Controller
@RequestMapping("/inbox")
class InboxController {

    private final InboxReads inbox;
    private final HeadReads heads;
    private final ThreadReads threads;
    private final AboutReads abouts;
    private final Composers composers;
    private final Drafts drafts;

    InboxController(
            InboxReads inbox,
            HeadReads heads,
            ThreadReads threads,
            AboutReads abouts,
            Composers composers,
            Drafts drafts) {
        this.inbox = inbox;
        this.heads = heads;
        this.threads = threads;
        this.abouts = abouts;
        this.composers = composers;
        this.drafts = drafts;
    }

    @GetMapping
    String index(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String state,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        model.addAttribute("page", page(Selection.of(view, state), null, "", user));
        return "desk/inbox";
    }

    @GetMapping("/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "thread") String pane,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        Selection selection = Selection.of(view, state);
        ConversationPage conversation = conversation(id, selection, user);
        if ("thread".equals(target)) {
            model.addAttribute("page", conversation);
            return "desk/conversation";
        }
        model.addAttribute("page", page(selection, conversation, pane.equals("about") ? "about" : "thread", user));
        return "desk/inbox";
    }

    @GetMapping("/rows")
    String rows(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") long chosen,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        Place place = Place.parse(after).orElse(null);
        model.addAttribute("page", inbox.list(Selection.of(view, state), place, chosen, user));
        return "desk/rows";
    }

    @GetMapping("/counts")
    String counts(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("page", inbox.counts(user.id()));
        return "desk/counts";
    }

    @GetMapping("/{id:\\d+}/messages")
    String messages(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        ThreadHead head = head(id, user);
        Place place = Place.parse(before).orElse(null);
        if (place == null) {
            seen(head, user);
        }
        model.addAttribute("page", threads.part(head, place, user));
        return "desk/messages";
    }

    @GetMapping("/{id:\\d+}/head")
    String head(@PathVariable long id, @AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("head", head(id, user));
        model.addAttribute("query", Selection.of(null, null).query());
        return "desk/head";
    }

    @GetMapping("/{id:\\d+}/about")
    String about(@PathVariable long id, @AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("about", abouts.about(head(id, user), user));
        return "desk/about";
    }

    private InboxPage page(Selection selection, @Nullable ConversationPage conversation, String pane, SignedIn user) {
        Counts counts = inbox.counts(user.id());
        long chosen = conversation == null ? 0 : conversation.head().id();
        InboxList list = inbox.list(selection, null, chosen, user);
        return new InboxPage(
                list,
                counts.nameOf(selection.view()),
                counts.of(selection.view()),
                conversation,
                !list.rows().isEmpty() || !inbox.isEmpty(),
                pane);
    }

    private ConversationPage conversation(long id, Selection selection, SignedIn user) {
        ThreadHead head = head(id, user);
        seen(head, user);
        return new ConversationPage(
                head,
                threads.part(head, null, user),
                abouts.about(head, user),
                composers.of(head, user),
                selection.query());
    }

    private void seen(ThreadHead head, SignedIn user) {
        drafts.seen(user.id(), ConversationId.of(head.id()), MessageId.of(head.lastMessageId()));
    }

    private ThreadHead head(long id, SignedIn user) {
        return heads.head(id, user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

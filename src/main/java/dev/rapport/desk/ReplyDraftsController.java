package dev.rapport.desk;

import dev.rapport.cases.Drafts;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.understanding.Drafted;
import dev.rapport.understanding.ReplyDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts the draft of a model into the text box, above what was begun there; sending stays with whoever reads it. */
@Controller
@PreAuthorize("hasRole('AGENT')")
class ReplyDraftsController {

    private final HeadReads heads;
    private final Composers composers;
    private final DraftReads reads;
    private final ReplyDrafts replyDrafts;
    private final Drafts drafts;

    ReplyDraftsController(
            HeadReads heads, Composers composers, DraftReads reads, ReplyDrafts replyDrafts, Drafts drafts) {
        this.heads = heads;
        this.composers = composers;
        this.reads = reads;
        this.replyDrafts = replyDrafts;
        this.drafts = drafts;
    }

    @PostMapping("/inbox/{id:\\d+}/drafts")
    public String draft(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String drafted,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            RedirectAttributes redirect) {
        ThreadHead head = heads.head(id, user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Composer composer = composers.of(head, user);
        if (!composer.canReply()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Drafted next = replyDrafts.draft(reads.question(head, composer.room(), user));
        String words = next instanceof Drafted.Written written ? above(written.words(), text, drafted) : text;
        drafts.keep(user.id(), ConversationId.of(id), Drafts.Kind.REPLY, words);
        if (htmx == null) {
            toast(next).after(redirect);
            return "redirect:/inbox/" + id;
        }
        model.addAttribute("page", new DraftPage(composers.of(head, user), next));
        return "desk/drafted";
    }

    private static Toast toast(Drafted drafted) {
        return switch (drafted) {
            case Drafted.Written written -> Toast.of("reply.drafted", written.model());
            case Drafted.NotWritten none -> Toast.of(none.why());
        };
    }

    /** The draft of before goes as long as nobody has touched it. */
    private static String above(String draft, String text, String before) {
        String plain = text.replace("\r\n", "\n").strip();
        String former = before.replace("\r\n", "\n").strip();
        String begun =
                plain.startsWith(former) ? plain.substring(former.length()).strip() : plain;
        return begun.isEmpty() ? draft : draft + "\n\n" + begun;
    }
}

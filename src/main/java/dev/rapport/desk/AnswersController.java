package dev.rapport.desk;

import dev.rapport.cases.CannotChange;
import dev.rapport.cases.Cases;
import dev.rapport.cases.Drafts;
import dev.rapport.cases.WriteNote;
import dev.rapport.conversations.CannotReply;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.Conversations;
import dev.rapport.conversations.MessageId;
import dev.rapport.conversations.ReplyTo;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is written below a thread: replies that can be taken back, notes, drafts. */
@Controller
@RequestMapping("/inbox/{id:\\d+}")
@PreAuthorize("hasRole('AGENT')")
class AnswersController {

    private final Conversations conversations;
    private final Cases cases;
    private final Drafts drafts;

    AnswersController(Conversations conversations, Cases cases, Drafts drafts) {
        this.conversations = conversations;
        this.cases = cases;
        this.drafts = drafts;
    }

    @PostMapping("/replies")
    @Transactional
    public String reply(
            @PathVariable long id,
            @RequestParam String text,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            RedirectAttributes redirect) {
        ConversationId conversation = ConversationId.of(id);
        MessageId reply = conversations.reply(new ReplyTo(conversation, user.id(), text, null));
        drafts.forget(user.id(), conversation, Drafts.Kind.REPLY);
        if (htmx == null) {
            Toast.of("reply.leaves")
                    .undoneBy("DELETE", "/inbox/" + id + "/replies/" + reply.value())
                    .after(redirect);
            return "redirect:/inbox/" + id;
        }
        model.addAttribute("page", new Written(id, reply.value(), "reply-text", null, null));
        return "desk/written";
    }

    @DeleteMapping("/replies/{reply}")
    @Transactional
    public String takeBack(
            @PathVariable long id,
            @PathVariable long reply,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal SignedIn user,
            Model model,
            RedirectAttributes redirect) {
        ConversationId conversation = ConversationId.of(id);
        Optional<String> words = conversations.takeBack(MessageId.of(reply));
        if (words.isPresent()) {
            cases.answerTakenBack(conversation);
            keepAgain(conversation, words.get(), user);
        }
        String said = words.isPresent() ? "reply.taken-back" : "reply.left-already";
        if (htmx == null) {
            Toast.of(said).after(redirect);
            return "redirect:/inbox/" + id;
        }
        model.addAttribute("page", new Written(id, 0, null, words.orElse(null), said));
        return "desk/written";
    }

    @PostMapping("/notes")
    public String note(
            @PathVariable long id,
            @RequestParam String note,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        cases.note(new WriteNote(ConversationId.of(id), user.id(), note));
        drafts.forget(user.id(), ConversationId.of(id), Drafts.Kind.NOTE);
        if (htmx == null) {
            return "redirect:/inbox/" + id;
        }
        model.addAttribute("page", new Written(id, 0, "note-text", null, "note.kept"));
        return "desk/written";
    }

    @PutMapping("/draft")
    ResponseEntity<Void> draft(
            @PathVariable long id,
            @RequestParam(defaultValue = "REPLY") Drafts.Kind kind,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal SignedIn user) {
        drafts.keep(user.id(), ConversationId.of(id), kind, words);
        return ResponseEntity.noContent().build();
    }

    /** What was begun since stands below the words that came back. */
    private void keepAgain(ConversationId conversation, String words, SignedIn user) {
        String begun = drafts.find(user.id(), conversation, Drafts.Kind.REPLY).orElse("");
        String all = begun.isBlank() ? words : words + "\n\n" + begun;
        drafts.keep(user.id(), conversation, Drafts.Kind.REPLY, all);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(CannotReply refusal) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header("X-Refusal", "reply")
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<String> refused(CannotChange refusal) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(refusal.getMessage());
    }
}

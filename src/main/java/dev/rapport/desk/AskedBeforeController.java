package dev.rapport.desk;

import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What others said that means about the same: asked for by the pane beside a thread and by the search, or a page of its own. */
@Controller
class AskedBeforeController {

    private final HeadReads heads;
    private final AskedBeforeReads reads;

    AskedBeforeController(HeadReads heads, AskedBeforeReads reads) {
        this.heads = heads;
        this.reads = reads;
    }

    @GetMapping("/inbox/{id:\\d+}/asked-before")
    String show(
            @PathVariable long id,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @AuthenticationPrincipal SignedIn user,
            Model model) {
        ThreadHead head = heads.head(id, user).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("head", head);
        model.addAttribute("page", reads.in(ConversationId.of(id)));
        return "asked-before".equals(target) ? "desk/askedBefore" : "desk/askedBeforePage";
    }

    /** The part of the search that has no words in common with what was typed. */
    @GetMapping("/search/alike")
    String search(@RequestParam String words, Model model) {
        model.addAttribute("page", reads.like(words));
        return "desk/find/alike";
    }
}

package dev.rapport.channels.chat;

import dev.rapport.access.PublicUrl;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.PushedInboxes;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.web.WhenServing;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A page that stands for the website, to try a chat from before it stands there, with the line to copy. */
@WhenServing
@Controller
class ChatExampleController {

    private final Inboxes inboxes;
    private final PushedInboxes pushed;
    private final PublicUrl publicUrl;

    ChatExampleController(Inboxes inboxes, PushedInboxes pushed, PublicUrl publicUrl) {
        this.inboxes = inboxes;
        this.pushed = pushed;
        this.publicUrl = publicUrl;
    }

    @PreAuthorize("hasRole('MANAGER')")
    @GetMapping("/channels/{id}/example")
    ModelAndView example(@PathVariable long id) {
        String door = inboxes.find(new InboxId(id))
                .filter(inbox -> inbox.kind().equals(ChatConnector.KIND))
                .flatMap(inbox -> pushed.door(inbox.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String path = "/chat/" + door + "/widget.js";
        String tag = "<script src=\"" + publicUrl.of(path) + "\" async></script>";
        String name = inboxes.find(new InboxId(id)).orElseThrow().name();
        return new ModelAndView("channels/example", "page", new ExamplePage(id, name, path, tag));
    }
}

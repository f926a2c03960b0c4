package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.channels.UnreadableItem;
import dev.rapport.channels.spi.Health;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One inbox: how it is, what waits, and for managers the way it is reached. */
public record InboxPage(
        Inbox inbox,
        List<ReplyRow> replies,
        List<UnreadableItem> unreadable,
        MailboxForm form,
        List<Health.Step> steps,
        FormProblems problems,
        @Nullable PushedPart pushed) {

    /** Whether it can be stopped and gone on with here. */
    public boolean isConnected() {
        return isMailbox() || pushed != null;
    }

    public boolean isMailbox() {
        return inbox.kind().equals("mail");
    }
}

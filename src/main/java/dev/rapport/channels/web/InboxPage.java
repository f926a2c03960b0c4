package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.channels.SavedSearch;
import dev.rapport.channels.UnreadableItem;
import dev.rapport.channels.spi.Health;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One inbox: how it is, what waits, what is listened for, and for managers the way it is reached.
 *
 * @param canListen whether its place can be searched
 * @param place how it is reached, where it is no mailbox
 */
public record InboxPage(
        Inbox inbox,
        List<ReplyRow> replies,
        List<UnreadableItem> unreadable,
        Rhythm rhythm,
        List<Silence> silences,
        List<SavedSearch> searches,
        boolean canListen,
        MailboxForm form,
        @Nullable PlaceForm place,
        List<Health.Step> steps,
        FormProblems problems,
        @Nullable PushedPart pushed) {

    private static final Set<String> COUNTED_OTHERWISE = Set.of("youtube", "x");

    public boolean isMailbox() {
        return inbox.kind().equals("mail");
    }

    /** The words for what its place still allows: calls, units or posts. */
    public String limits() {
        return "channels.rhythm.limits" + (COUNTED_OTHERWISE.contains(inbox.kind()) ? "." + inbox.kind() : "");
    }

    /** Whether somebody connected it, and so can stop it. */
    public boolean isConnected() {
        return isMailbox() || place != null || pushed != null;
    }
}

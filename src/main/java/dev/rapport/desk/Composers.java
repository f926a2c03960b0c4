package dev.rapport.desk;

import dev.rapport.cases.Drafts;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connector;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.SignedIn;
import dev.rapport.understanding.ReplyDrafts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says what a user can write into a conversation, and what they had begun to. */
@Component
class Composers {

    private final Drafts drafts;
    private final ObjectProvider<Connector> connectors;
    private final DoorReads doors;
    private final ReplyDrafts replyDrafts;

    Composers(Drafts drafts, ObjectProvider<Connector> connectors, DoorReads doors, ReplyDrafts replyDrafts) {
        this.doors = doors;
        this.replyDrafts = replyDrafts;
        this.drafts = drafts;
        this.connectors = connectors;
    }

    Composer of(ThreadHead head, SignedIn user) {
        ConversationId id = ConversationId.of(head.id());
        Optional<Abilities> abilities = connectors.stream()
                .filter(connector -> connector.kind().equals(head.kind()))
                .findFirst()
                .map(Connector::abilities);
        String reply = drafts.find(user.id(), id, Drafts.Kind.REPLY).orElse("");
        String note = drafts.find(user.id(), id, Drafts.Kind.NOTE).orElse("");
        String refusal = refusal(head, abilities, user);
        return new Composer(
                head,
                refusal,
                user.canAnswer(),
                abilities.map(Abilities::maxCharacters).orElse(null),
                reply,
                note,
                user.canAnswer() && (refusal != null || reply.isEmpty() && !note.isEmpty()),
                refusal == null ? drafter(head) : null);
    }

    /** What was said elsewhere is only written down here: there is nothing to draft. */
    private @Nullable String drafter(ThreadHead head) {
        return head.kind().equals("heard")
                ? null
                : replyDrafts.model(!head.isPublic()).orElse(null);
    }

    private @Nullable String refusal(ThreadHead head, Optional<Abilities> abilities, SignedIn user) {
        if (!user.canAnswer()) {
            return "composer.viewer";
        }
        boolean canReply = abilities
                .map(can -> head.isPublic() ? can.reply() : can.reply() && can.privateReply())
                .orElse(false);
        if (canReply && doors.isLocked(head.id())) {
            return "composer.locked";
        }
        return canReply ? null : "composer.deaf";
    }
}

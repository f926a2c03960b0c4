package dev.rapport.channels;

import dev.rapport.access.LiveUpdates;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.UserId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how an attempt ended, together with what others have to know of it. */
@Component
class SettlesReplies {

    private final OutboxStore store;
    private final ObjectProvider<Intake> intake;
    private final ApplicationEventPublisher events;
    private final LiveUpdates live;

    SettlesReplies(
            OutboxStore store, ObjectProvider<Intake> intake, ApplicationEventPublisher events, LiveUpdates live) {
        this.live = live;
        this.store = store;
        this.intake = intake;
        this.events = events;
    }

    /** It arrived: the outbox, the conversation and whoever listens know it together. */
    @Transactional
    public boolean sent(ClaimedReply reply, Sent sent, @Nullable UserId decidedBy) {
        if (!store.sent(reply.key(), sent, decidedBy)) {
            return false;
        }
        tell(reply.inbox(), reply, sent);
        return true;
    }

    /** It arrived, and the conversation could not be told: the first is written down before anything else. */
    @Transactional
    public void sentUntold(ClaimedReply reply, Sent sent) {
        store.sent(reply.key(), sent, null);
    }

    /** Tells a conversation what it could not be told before. */
    @Transactional
    public void tellAgain(OutboxStore.Untold untold) {
        store.reply(untold.key()).ifPresent(reply -> tell(untold.inbox(), reply, untold.sent()));
    }

    @Transactional
    public void refused(ClaimedReply reply, String why) {
        if (store.refuse(reply.key(), why)) {
            events.publishEvent(
                    new ReplyRefused(reply.inbox(), reply.key(), reply.conversation(), reply.message(), why));
            show(reply);
        }
    }

    @Transactional
    public void unsure(ClaimedReply reply, String why) {
        store.unsure(reply.key(), why);
        show(reply);
    }

    /** Its place took it and shows it to a moderator first. */
    @Transactional
    public void pending(ClaimedReply reply, String why) {
        store.pending(reply.key(), why);
        show(reply);
    }

    /** It is not posted yet; after too long it is given up, and never sent again by itself. */
    @Transactional
    public void stillPending(ClaimedReply reply, Duration wait, boolean givenUp) {
        String why = givenUp ? "No moderator let it pass in two weeks." : "It waits for a moderator.";
        store.stillPending(reply.key(), wait, givenUp, why);
        if (givenUp) {
            events.publishEvent(
                    new ReplyRefused(reply.inbox(), reply.key(), reply.conversation(), reply.message(), why));
            show(reply);
        }
    }

    @Transactional
    public void again(ClaimedReply reply, @Nullable String why, Duration wait) {
        store.again(reply.key(), why, wait, null);
    }

    /** It is not there, but may still be on its way. */
    @Transactional
    public void lookLater(ClaimedReply reply, Duration wait) {
        store.lookLater(reply.key(), wait);
    }

    /** The channel cannot tell whether it arrived. */
    @Transactional
    public void askPerson(ClaimedReply reply, String why, Duration lookAgain) {
        if (store.askPerson(reply.key(), why, lookAgain)) {
            events.publishEvent(new ReplyUnsure(reply.inbox(), reply.key(), reply.conversation(), reply.message()));
            show(reply);
        }
    }

    private void tell(InboxId inbox, ClaimedReply reply, Sent sent) {
        intake.getObject().delivered(inbox, reply.key(), sent);
        store.told(reply.key());
        events.publishEvent(new ReplySent(inbox, reply.key(), reply.conversation(), reply.message()));
        show(reply);
    }

    /** Screens that show the thread fetch what became of the reply. */
    private void show(ClaimedReply reply) {
        live.publish("inbox", Long.toString(reply.conversation()));
    }
}

package dev.rapport.conversations;

import dev.rapport.channels.Outbox;
import dev.rapport.channels.QueueReply;
import dev.rapport.channels.spi.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything said, as said, and our answers to it. */
@Service
public class Conversations {

    private final ReplyStore store;
    private final ReplyRules rules;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(ReplyStore store, ReplyRules rules, Outbox outbox, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a reply and queues it for its channel in the caller's transaction. It leaves after the time in which it can be
     * taken back.
     *
     * @return the reply as a message
     * @throws CannotReply when the channel cannot, the message was deleted by its author, or the text is empty or too long
     */
    @Transactional
    public MessageId reply(ReplyTo command) {
        ReplyStore.Answered answered =
                store.answered(command).orElseThrow(() -> new CannotReply(CannotReply.Why.NOBODY_TO_ANSWER));
        String text = rules.check(command, answered);
        Instant now = clock.instant();
        UUID key = UUID.randomUUID();
        MessageId message = store.insert(command, answered, text, key, now);
        store.answer(command.conversation(), message, now);
        outbox.queue(new QueueReply(
                answered.inbox(), command.conversation().value(), message.value(), frozen(answered, text, key, now)));
        events.publishEvent(new ConversationAnswered(command.conversation(), message));
        return message;
    }

    /**
     * Takes a reply back that has not left yet.
     *
     * @return its text, for the composer, or empty when it has left already
     */
    @Transactional
    public Optional<String> takeBack(MessageId reply) {
        return store.written(reply)
                .filter(written -> outbox.takeBack(written.key()))
                .map(written -> {
                    store.remove(reply, written.conversation());
                    return written.words();
                });
    }

    /** Says that a conversation needs no answer. */
    @Transactional
    public void needsNoAnswer(ConversationId conversation) {
        store.needsNoAnswer(conversation);
    }

    private Reply frozen(ReplyStore.Answered answered, String text, UUID key, Instant now) {
        return new Reply(
                key,
                answered.to(),
                answered.replyTitle(),
                text,
                answered.remoteId(),
                store.references(answered.conversation()),
                ThreadToken.of(answered.conversation()),
                answered.visibility(),
                now);
    }
}

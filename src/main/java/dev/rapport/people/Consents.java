package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.access.LiveUpdates;
import dev.rapport.exchange.WebhookEvent;
import dev.rapport.exchange.Webhooks;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What persons allow us, by purpose and channel: asked before anything is done that needs it. */
@Service
@Transactional
public class Consents {

    /** Why links ended that nobody wants any more. */
    static final String NOT_WANTED = "They do not want their profiles to be linked.";

    private final ConsentStore store;
    private final Links links;
    private final Audit audit;
    private final LiveUpdates live;
    private final Webhooks webhooks;

    Consents(ConsentStore store, Links links, Audit audit, LiveUpdates live, Webhooks webhooks) {
        this.webhooks = webhooks;
        this.store = store;
        this.links = links;
        this.audit = audit;
        this.live = live;
    }

    /**
     * Writes down what somebody said. Whoever does not want to be linked is unlinked at once, and no evidence links them
     * again.
     *
     * @throws NoSuchPerson when there is none of that id
     */
    public void record(RecordConsent command) {
        store.add(command);
        if (command.purpose() == Purpose.LINKING
                && !may(command.person(), Purpose.LINKING, "").isGiven()) {
            unlink(command);
        }
        audit.record(
                "consent.recorded",
                "person",
                command.person(),
                Map.of(
                        "purpose", command.purpose().name(),
                        "answer", command.answer().name(),
                        "channel", command.channel()));
        webhooks.tell(
                WebhookEvent.CONSENT_CHANGED,
                Map.of(
                        "person", command.person().value(),
                        "purpose", command.purpose().name(),
                        "answer", command.answer().name(),
                        "channel", command.channel()));
        live.publish("people", Long.toString(command.person().value()));
    }

    /**
     * Whether this may be done; what was said last about the channel or about all decides, else the purpose's own rule.
     *
     * @param channel a kind of channel, {@code mail}; empty when none is used
     */
    @Transactional(readOnly = true)
    public Permission may(PersonId person, Purpose purpose, String channel) {
        return Permission.of(purpose, store.latest(person, purpose, channel).orElse(null));
    }

    /** Everything somebody said about it, the latest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(PersonId person) {
        return store.of(person);
    }

    private void unlink(RecordConsent command) {
        store.closeQuestions(command.person(), NOT_WANTED);
        for (ProfileId profile : store.linked(command.person())) {
            links.withdraw(new WithdrawLink(profile, command.person(), command.by(), NOT_WANTED));
        }
    }
}

package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import dev.rapport.shared.InboxId;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.MessageIDTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The round trip: sends a mail from the mailbox to itself and waits to see it there. A second one, to a plus-address, shows
 * whether answers to such addresses would arrive; that they do not is no failure.
 */
final class ProvesMail {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final MailSettings settings;
    private final InboxId inbox;
    private final ThreadAddress threads;
    private final List<Step> steps = new ArrayList<>();

    ProvesMail(MailSettings settings, InboxId inbox, ThreadAddress threads) {
        this.settings = settings;
        this.inbox = inbox;
        this.threads = threads;
    }

    Health prove(Duration atMost) {
        String plain = MailIds.proof(UUID.randomUUID(), settings.domain());
        String tagged = MailIds.proof(UUID.randomUUID(), settings.domain());
        try {
            send(plain, settings.address());
            steps.add(new Step("mail.left", true, List.of(settings.address())));
        } catch (Fault e) {
            steps.add(new Step("mail.left", false, List.of(settings.address(), String.valueOf(e.getMessage()))));
            return Health.of(steps);
        }
        boolean tagging = sendTagged(tagged);
        arrive(plain, tagged, tagging, Instant.now().plus(atMost), atMost);
        return Health.of(steps);
    }

    private void send(String id, String to) {
        Session session = MailSession.smtpSession(settings.smtp(), settings.patience());
        try {
            Smtp.deliver(settings.smtp(), session, new WritesMail(settings, threads).proof(id, to, session));
        } catch (MessagingException e) {
            throw new Fault.Refused(MailFaults.said(e));
        }
    }

    private boolean sendTagged(String id) {
        try {
            threads.weave(inbox, settings.address(), "proof").ifPresent(to -> send(id, to));
            return true;
        } catch (Fault notTaken) {
            return false;
        }
    }

    private void arrive(String plain, String tagged, boolean tagging, Instant end, Duration atMost) {
        boolean arrived = false;
        boolean taggedArrived = false;
        try {
            while (!arrived && Instant.now().isBefore(end)) {
                Thread.sleep(BETWEEN_LOOKS);
                arrived = isThere(plain);
            }
            if (arrived && tagging) {
                Thread.sleep(BETWEEN_LOOKS.multipliedBy(2));
                taggedArrived = isThere(tagged);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Fault e) {
            steps.add(new Step("mail.arrived", false, List.of(String.valueOf(e.getMessage()))));
            return;
        }
        steps.add(new Step("mail.arrived", arrived, List.of(Long.toString(atMost.toSeconds()))));
        if (taggedArrived) {
            steps.add(new Step("mail.plus", true, List.of()));
        }
    }

    private boolean isThere(String id) {
        try (OpenFolder open = OpenFolder.of(settings, settings.patience())) {
            Message[] found = open.folder().search(new MessageIDTerm("<" + id + ">"));
            return found.length > 0;
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        }
    }
}

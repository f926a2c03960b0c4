package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reply as a mail: the same bytes at every attempt, its Message-ID made of the reply's key. */
final class WritesMail {

    private final MailSettings settings;
    private final ThreadAddress threads;

    WritesMail(MailSettings settings, ThreadAddress threads) {
        this.settings = settings;
        this.threads = threads;
    }

    /** The Message-ID, without angle brackets, that a reply has in this mailbox. */
    static String id(Reply reply, MailSettings settings) {
        return reply.key() + "@" + settings.domain();
    }

    MimeMessage mail(InboxId inbox, Reply reply, Session session) throws MessagingException {
        MimeMessage mail = withId(id(reply, settings), session);
        mail.setFrom(named(settings.address()));
        mail.setRecipients(Message.RecipientType.TO, recipients(reply));
        mail.setSubject(subject(reply.title()), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(reply.writtenAt()));
        Optional<InternetAddress> woven = replyTo(inbox, reply);
        if (woven.isPresent()) {
            mail.setReplyTo(new InternetAddress[] {woven.get()});
        }
        thread(mail, reply);
        mail.setText(reply.text().replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    /** A mail from us to one of our own addresses, of no use to anybody once it has arrived. */
    MimeMessage proof(String id, String to, Session session) throws MessagingException {
        MimeMessage mail = withId(id, session);
        mail.setFrom(named(settings.address()));
        mail.setRecipients(Message.RecipientType.TO, new InternetAddress[] {new InternetAddress(to)});
        mail.setSubject("Does this arrive?");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText("Rapport sent this to itself to see whether mail leaves and arrives. It can be deleted.\r\n");
        mail.saveChanges();
        return mail;
    }

    private static MimeMessage withId(String id, Session session) {
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + ">");
            }
        };
    }

    private static void thread(MimeMessage mail, Reply reply) throws MessagingException {
        List<String> references = new ArrayList<>(reply.references());
        String answered = reply.inReplyTo();
        if (answered != null && MailIds.isMessageId(answered)) {
            mail.setHeader("In-Reply-To", "<" + answered + ">");
            references.remove(answered);
            references.add(answered);
        }
        List<String> known = references.stream()
                .filter(MailIds::isMessageId)
                .map(id -> "<" + id + ">")
                .toList();
        if (!known.isEmpty()) {
            mail.setHeader("References", String.join("\r\n ", known));
        }
    }

    private static InternetAddress[] recipients(Reply reply) {
        List<InternetAddress> all = new ArrayList<>();
        for (String to : reply.to()) {
            try {
                InternetAddress address = new InternetAddress(to, true);
                address.validate();
                all.add(address);
            } catch (AddressException e) {
                throw new Fault.Refused("“" + to + "” is no address that mail can be sent to.");
            }
        }
        if (all.isEmpty()) {
            throw new Fault.Refused("It is addressed to nobody.");
        }
        return all.toArray(InternetAddress[]::new);
    }

    private Optional<InternetAddress> replyTo(InboxId inbox, Reply reply) throws MessagingException {
        String token = reply.threadToken();
        if (token == null || !settings.plus()) {
            return Optional.empty();
        }
        Optional<String> woven = threads.weave(inbox, settings.address(), token);
        return woven.isPresent() ? Optional.of(named(woven.get())) : Optional.empty();
    }

    private InternetAddress named(String address) throws MessagingException {
        try {
            return new InternetAddress(address, settings.fromName(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new AddressException("This Java knows no UTF-8");
        }
    }

    private static String subject(@Nullable String title) {
        String line = title == null ? "" : title.replaceAll("\\s+", " ").strip();
        return line.matches("(?i)(re|aw|sv|rép)\\s*:.*") ? line : "Re: " + line;
    }
}

package dev.rapport.channels.mail;

import dev.rapport.channels.mail.MailSettings.Server;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one mail to an SMTP server: when this returns, the server has taken it. */
final class Smtp {

    private static final Logger log = LoggerFactory.getLogger(Smtp.class);

    private Smtp() {}

    static void deliver(Server server, Session session, MimeMessage mail) {
        try (SMTPTransport transport = MailSession.smtp(server, session)) {
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
            } catch (MessagingException e) {
                throw MailFaults.sending(e);
            }
        } catch (MessagingException goodbyeFailed) {
            log.debug("The mail was taken; saying goodbye to the server failed", goodbyeFailed);
        }
    }
}

package dev.rapport.channels.mail;

import dev.rapport.channels.mail.MailSettings.Security;
import dev.rapport.channels.mail.MailSettings.Server;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Opens connections to mail servers; each has a limit for connecting, reading and writing. */
final class MailSession {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WRITE = Duration.ofSeconds(30);

    private MailSession() {}

    /** For making and reading mails without a server: lenient about addresses. */
    static Session offline() {
        return Session.getInstance(common());
    }

    /** A signed-in connection to IMAP; the caller closes it. */
    @SuppressWarnings("resource")
    static IMAPStore imap(Server server, Duration read) {
        String protocol = server.security() == Security.TLS ? "imaps" : "imap";
        Properties properties = properties("mail." + protocol + ".", server, read);
        properties.setProperty("mail." + protocol + ".fetchsize", Integer.toString(1 << 20));
        try {
            IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
            store.connect(server.host(), server.port(), server.user(), server.password());
            return store;
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        }
    }

    /** A connection to SMTP, signed in when there is a user; the caller closes it. */
    @SuppressWarnings("resource")
    static SMTPTransport smtp(Server server, Session session) {
        SMTPTransport transport;
        try {
            transport = (SMTPTransport) session.getTransport(smtpProtocol(server));
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        }
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            return transport;
        } catch (MessagingException e) {
            throw MailFaults.connecting(e, transport);
        }
    }

    static Session smtpSession(Server server, Duration read) {
        String prefix = "mail." + smtpProtocol(server) + ".";
        Properties properties = properties(prefix, server, read);
        properties.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        properties.setProperty(prefix + "quitwait", "true");
        return Session.getInstance(properties);
    }

    private static String smtpProtocol(Server server) {
        return server.security() == Security.TLS ? "smtps" : "smtp";
    }

    private static Properties properties(String prefix, Server server, Duration read) {
        Properties properties = common();
        properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(read.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(WRITE.toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        String startTls = Boolean.toString(server.security() == Security.STARTTLS);
        properties.setProperty(prefix + "starttls.enable", startTls);
        properties.setProperty(prefix + "starttls.required", startTls);
        if (server.byKey()) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }

    private static Properties common() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        return properties;
    }
}

package dev.rapport.journeys.support;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.rapport.cast.Person;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;

/** A real IMAP and SMTP server in this process, at which everybody of the cast has a mailbox. */
public final class PostOffice implements AutoCloseable {

    static final String KEY = "lantern";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });

    private PostOffice() {}

    public static PostOffice open() {
        PostOffice office = new PostOffice();
        office.server.start();
        for (Person person : Person.values()) {
            office.mailbox(person.address());
        }
        return office;
    }

    /** A mailbox with a folder for sent mail, as providers give it. */
    public void ourMailbox(String address) throws Exception {
        GreenMailUser user = mailbox(address);
        server.getManagers().getImapHostManager().createMailbox(user, "Sent");
    }

    /** Writes a mail and returns it as it left. */
    public MimeMessage write(Person from, String to, String title, String words) throws Exception {
        MimeMessage mail = GreenMailUtil.createTextEmail(
                to, from.address(), title, words, server.getSmtp().getServerSetup());
        return leave(from, mail);
    }

    /** Answers a mail as mail programs do: to whom it asks for, in its thread. */
    public MimeMessage answer(Person from, MimeMessage mail, String words) throws Exception {
        MimeMessage answer = (MimeMessage) mail.reply(false);
        answer.setText(words, "UTF-8");
        return leave(from, answer);
    }

    /** What lies in somebody's inbox, oldest first. */
    public List<MimeMessage> received(Person person) throws FolderException {
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(mailbox(person.address()));
        return inbox.getMessages().stream().map(StoredMessage::getMimeMessage).toList();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private MimeMessage leave(Person from, MimeMessage mail) throws Exception {
        mail.setFrom(new InternetAddress(from.address(), from.fullName(), "UTF-8"));
        mail.setSentDate(new Date());
        mail.saveChanges();
        try (Transport transport = server.getSmtp().createSession().getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
        }
        return mail;
    }

    private GreenMailUser mailbox(String address) {
        try {
            GreenMailUser known = server.getUserManager().getUserByEmail(address);
            return known == null ? server.getUserManager().createUser(address, address, KEY) : known;
        } catch (UserException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The value of a header that stands once. */
    public static String header(Message mail, String name) throws MessagingException {
        return String.join(" ", mail.getHeader(name)).replaceAll("\\s+", " ");
    }
}

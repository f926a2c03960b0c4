package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Fault;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * The mailbox's folder of sent mail. A copy there is made after SMTP took the mail and never before: so a copy proves that it
 * left, and no copy proves nothing.
 */
final class SentFolder {

    private static final List<String> USUAL = List.of("Sent", "INBOX.Sent", "Sent Items", "Sent Messages");

    private final MailSettings settings;

    SentFolder(MailSettings settings) {
        this.settings = settings;
    }

    /** Keeps a copy, unless the server did so itself or there is no such folder. */
    void keep(MimeMessage mail, String id) {
        withFolder(folder -> {
            if (search(folder, id).isEmpty()) {
                folder.appendMessages(new Message[] {mail});
            }
            return Optional.empty();
        });
    }

    /** When the mail with this Message-ID was sent, by its copy. */
    Optional<Instant> find(String id) {
        return withFolder(folder -> search(folder, id));
    }

    /** The name of the folder that is used, for whoever wants to check. */
    Optional<String> name(IMAPStore store) throws MessagingException {
        return folder(store).map(Folder::getFullName);
    }

    @FunctionalInterface
    private interface Use {
        Optional<Instant> of(IMAPFolder folder) throws MessagingException;
    }

    private Optional<Instant> withFolder(Use use) {
        if ("-".equals(settings.sent())) {
            return Optional.empty();
        }
        IMAPStore store = MailSession.imap(settings.imap(), settings.patience());
        try {
            Optional<IMAPFolder> folder = folder(store);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folder.get().open(Folder.READ_ONLY);
            return use.of(folder.get());
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        } finally {
            OpenFolder.close(store);
        }
    }

    private static Optional<Instant> search(IMAPFolder folder, String id) throws MessagingException {
        for (Message copy : folder.search(new MessageIDTerm("<" + id + ">"))) {
            String[] ids = copy.getHeader("Message-ID");
            if (ids != null && Arrays.asList(ids).contains("<" + id + ">")) {
                Date date = copy.getSentDate();
                return Optional.of(date == null ? Instant.EPOCH : date.toInstant());
            }
        }
        return Optional.empty();
    }

    private Optional<IMAPFolder> folder(IMAPStore store) throws MessagingException {
        String named = settings.sent();
        if (named != null) {
            Folder folder = store.getFolder(named);
            if (!folder.exists()) {
                throw new Fault.Refused("There is no folder “" + named + "” for sent mail.");
            }
            return Optional.of((IMAPFolder) folder);
        }
        for (Folder folder : store.getDefaultFolder().list("*")) {
            if (Arrays.asList(((IMAPFolder) folder).getAttributes()).contains("\\Sent")) {
                return Optional.of((IMAPFolder) folder);
            }
        }
        for (String usual : USUAL) {
            Folder folder = store.getFolder(usual);
            if (folder.exists()) {
                return Optional.of((IMAPFolder) folder);
            }
        }
        return Optional.empty();
    }
}

package dev.rapport.channels.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A folder opened to be read: looking at a mail does not mark it as seen. Closing it ends its connection. */
final class OpenFolder implements AutoCloseable {

    private final IMAPStore store;
    private final IMAPFolder folder;

    private OpenFolder(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static OpenFolder of(MailSettings settings, Duration read) {
        IMAPStore store = MailSession.imap(settings.imap(), read);
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new OpenFolder(store, folder);
        } catch (MessagingException e) {
            close(store);
            throw MailFaults.reading(e);
        }
    }

    IMAPStore store() {
        return store;
    }

    IMAPFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        close(store);
    }

    /** Closes a connection whose end interests nobody any more. */
    static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException alreadyGone) {
            // What was read was read; the other side may have hung up first.
        }
    }
}

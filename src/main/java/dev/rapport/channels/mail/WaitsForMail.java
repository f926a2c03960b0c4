package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Cursor;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** Waits for new mail by IDLE (RFC 2177). */
final class WaitsForMail {

    private final MailSettings settings;

    WaitsForMail(MailSettings settings) {
        this.settings = settings;
    }

    boolean await(@Nullable Cursor after, Duration atMost) throws InterruptedException {
        try (OpenFolder open = OpenFolder.of(settings, atMost.plus(settings.patience()))) {
            if (!open.store().hasCapability("IDLE")) {
                return false;
            }
            IMAPFolder folder = open.folder();
            if (hasMoreThan(after, folder)) {
                return true;
            }
            int before = folder.getMessageCount();
            idle(folder, atMost);
            return folder.getMessageCount() > before;
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        }
    }

    private static boolean hasMoreThan(@Nullable Cursor after, IMAPFolder folder) throws MessagingException {
        MailCursor cursor = after == null ? null : MailCursor.of(after);
        return cursor == null
                || cursor.uidvalidity() != folder.getUIDValidity()
                || folder.getUIDNext() > cursor.uid() + 1;
    }

    /** IDLE itself has no end; any other command ends it. */
    private static void idle(IMAPFolder folder, Duration atMost) throws MessagingException, InterruptedException {
        Thread end = Thread.ofVirtual().name("end-of-idle").start(() -> {
            try {
                Thread.sleep(atMost);
                folder.getMessageCount();
            } catch (InterruptedException | MessagingException | IllegalStateException over) {
                // The waiting ended before its time.
            }
        });
        try {
            folder.idle(true);
        } finally {
            end.interrupt();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}

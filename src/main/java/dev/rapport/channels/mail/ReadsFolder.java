package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/** Reads the next page of a folder: a few mails behind the cursor, each downloaded once and parsed here. */
final class ReadsFolder {

    private static final int MAILS_A_PAGE = 50;
    private static final long BYTES_A_PAGE = 32L << 20;
    private static final long WINDOW = 2_000;

    private final IMAPFolder folder;
    private final MailSettings settings;
    private final MailParser parser;

    ReadsFolder(IMAPFolder folder, MailSettings settings, MailParser parser) {
        this.folder = folder;
        this.settings = settings;
        this.parser = parser;
    }

    Page page(@Nullable Cursor after) {
        try {
            MailCursor cursor = begin(after);
            Due due = due(cursor);
            return taken(due, cursor);
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        }
    }

    /** One mail again, by the name that {@link #name} gave it; empty when it is gone or the folder was numbered anew. */
    @Nullable
    Item again(String name) {
        String[] parts = name.split("/", -1);
        try {
            if (parts.length != 3 || Long.parseLong(parts[1]) != folder.getUIDValidity()) {
                return null;
            }
            Message mail = folder.getMessageByUID(Long.parseLong(parts[2]));
            return mail == null ? null : item((IMAPMessage) mail, name);
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        } catch (IOException e) {
            throw new Fault.Broken("The mail could not be downloaded", e);
        }
    }

    private MailCursor begin(@Nullable Cursor after) throws MessagingException {
        MailCursor cursor = after == null ? null : MailCursor.of(after);
        long uidvalidity = folder.getUIDValidity();
        return cursor != null && cursor.uidvalidity() == uidvalidity
                ? cursor
                : MailCursor.startingAfter(floor(), uidvalidity);
    }

    /** The UID before the first mail that is wanted. */
    private long floor() throws MessagingException {
        LocalDate since = settings.since();
        if (since == null) {
            return 0;
        }
        Date day = Date.from(since.atStartOfDay(ZoneOffset.UTC).toInstant());
        long first = Long.MAX_VALUE;
        for (Message mail : folder.search(new ReceivedDateTerm(ComparisonTerm.GE, day))) {
            first = Math.min(first, folder.getUID(mail));
        }
        return first == Long.MAX_VALUE ? top() : first - 1;
    }

    private long top() throws MessagingException {
        long next = folder.getUIDNext();
        return next > 0 ? next - 1 : UIDFolder.MAXUID;
    }

    /** Mails to take, lowest UID first, and the UID up to which none was passed over. */
    private record Due(List<IMAPMessage> mails, long reached, boolean more) {}

    private Due due(MailCursor cursor) throws MessagingException {
        long top = Math.max(top(), cursor.uid());
        long from = cursor.from();
        long reached = cursor.uid();
        List<IMAPMessage> mails = new ArrayList<>();
        do {
            reached = Math.min(reached + WINDOW, top);
            mails.addAll(newBetween(from, reached, cursor));
            from = reached + 1;
        } while (mails.isEmpty() && reached < top);
        mails.sort(Comparator.comparingLong(this::uid));
        return new Due(mails, reached, reached < top);
    }

    private List<IMAPMessage> newBetween(long from, long to, MailCursor cursor) throws MessagingException {
        List<IMAPMessage> found = new ArrayList<>();
        for (Message mail : from > to ? new Message[0] : folder.getMessagesByUID(from, to)) {
            if (mail instanceof IMAPMessage one && uid(one) <= to && cursor.isNew(uid(one))) {
                found.add(one);
            }
        }
        return found;
    }

    private Page taken(Due due, MailCursor before) throws MessagingException {
        List<IMAPMessage> batch =
                due.mails().subList(0, Math.min(MAILS_A_PAGE, due.mails().size()));
        describe(batch);
        List<Item> items = new ArrayList<>();
        MailCursor cursor = before;
        long bytes = 0;
        for (IMAPMessage mail : batch) {
            bytes += Math.min(mail.getSizeLong(), MailParser.MAIL_BYTES);
            if (!items.isEmpty() && bytes > BYTES_A_PAGE) {
                return new Page(items, cursor.toCursor(), true);
            }
            long uid = uid(mail);
            try {
                Item item = item(mail, name(uid, cursor.uidvalidity()));
                if (!MailIds.isProof(item.remoteId())) {
                    items.add(item);
                }
            } catch (MessageRemovedException deletedMeanwhile) {
                // It was never ours; reading goes on behind it.
            } catch (MessagingException | IOException e) {
                return cutShort(items, cursor, uid, e);
            }
            cursor = cursor.taken(uid);
        }
        boolean all = batch.size() == due.mails().size();
        MailCursor end = all ? cursor.reached(due.reached()) : cursor;
        return new Page(items, end.toCursor(), !all || due.more());
    }

    /** What was read so far is a page of its own; when the first mail of a page fails, it is named. */
    private static Page cutShort(List<Item> items, MailCursor cursor, long uid, Exception e) {
        if (!items.isEmpty()) {
            return new Page(items, cursor.toCursor(), true);
        }
        String why = "The server breaks off when this mail is downloaded: " + e.getMessage();
        Item.Unreadable item = new Item.Unreadable(name(uid, cursor.uidvalidity()), new byte[0], why);
        throw new Fault.Stuck(why, e, item, cursor.taken(uid).toCursor());
    }

    private void describe(List<IMAPMessage> mails) throws MessagingException {
        FetchProfile wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.SIZE);
        wanted.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(mails.toArray(Message[]::new), wanted);
    }

    private Item item(IMAPMessage mail, String name) throws MessagingException, IOException {
        byte[] raw;
        try (InputStream bytes = mail.getMimeStream()) {
            raw = bytes.readNBytes(MailParser.MAIL_BYTES + 1);
        }
        Date received = mail.getReceivedDate();
        return parser.item(name, raw, received == null ? Instant.EPOCH : received.toInstant());
    }

    private static String name(long uid, long uidvalidity) {
        return "uid/" + uidvalidity + "/" + uid;
    }

    private long uid(IMAPMessage mail) {
        try {
            return folder.getUID(mail);
        } catch (MessagingException e) {
            throw MailFaults.reading(e);
        }
    }
}

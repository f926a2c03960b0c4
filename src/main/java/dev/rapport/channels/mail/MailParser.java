package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes of a mail's bytes something heard. What it cannot make sense of is kept as it came. */
final class MailParser {

    /** What is read of one mail; the rest stays on the server. */
    static final int MAIL_BYTES = 25 << 20;

    private final String ours;
    private final Function<String, Optional<String>> threadOfRecipient;

    /**
     * @param ours the inbox's own address, in lower case
     * @param threadOfRecipient the thread that a recipient's address proves
     */
    MailParser(String ours, Function<String, Optional<String>> threadOfRecipient) {
        this.ours = ours;
        this.threadOfRecipient = threadOfRecipient;
    }

    /**
     * One mail as an item.
     *
     * @param name how to call it when it cannot be read
     * @param raw its bytes; more than {@link #MAIL_BYTES} of them are not looked at
     * @param receivedAt when it came in, for mails that do not say credibly when they were written
     */
    Item item(String name, byte[] raw, Instant receivedAt) {
        try {
            return new Item.Read(heard(raw, receivedAt));
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            String said = e.getMessage();
            return new Item.Unreadable(name, raw, said == null ? e.getClass().getSimpleName() : said);
        }
    }

    Heard heard(byte[] raw, Instant receivedAt) throws MessagingException, IOException {
        boolean cut = raw.length > MAIL_BYTES;
        byte[] read = cut ? Arrays.copyOf(raw, MAIL_BYTES) : raw;
        MimeMessage mail = new MimeMessage(MailSession.offline(), new ByteArrayInputStream(read));
        MailHeaders headers = new MailHeaders(mail);
        MailAuthor from = MailAuthor.of(headers, ours);
        MailBody body = MailBody.of(mail);
        String whole = MailText.cut(body.text());
        Optional<Forwarded> forwarded =
                isColleague(from.address()) ? Forwarded.of(headers.text("Subject"), whole) : Optional.empty();
        String words = NewWords.of(forwarded.map(Forwarded::words).orElse(whole));
        MailDate date = MailDate.of(headers, receivedAt);
        Optional<String> thread = headers.recipients().stream()
                .map(threadOfRecipient)
                .flatMap(Optional::stream)
                .findFirst();
        return new Heard(
                MailIds.own(headers, read),
                "",
                Heard.Kind.SAID,
                null,
                forwarded
                        .map(one -> Author.of("mail", one.address(), one.address(), one.name()))
                        .orElse(Author.of("mail", from.address(), from.address(), from.name())),
                headers.addressees(),
                headers.list(),
                words,
                body.html(),
                words.equals(whole.strip()) ? null : whole,
                headers.text("Subject"),
                date.at(),
                date.offsetMinutes(),
                MailIds.inReplyTo(headers),
                MailIds.references(headers),
                null,
                thread.orElse(null),
                thread.isPresent(),
                Heard.Visibility.PRIVATE,
                null,
                null,
                null,
                language(headers),
                from.throughForm() ? Heard.Manner.PERSONAL : MailManner.of(headers),
                files(body, cut));
    }

    /** Whoever writes from our own domain, and is not the inbox itself. */
    private boolean isColleague(String address) {
        return !address.equals(ours) && address.endsWith(ours.substring(ours.lastIndexOf('@')));
    }

    private static List<Media> files(MailBody body, boolean cut) {
        List<Media> files = new ArrayList<>(body.files());
        if (cut) {
            String note = "This mail is larger than 25 MB; what is behind that stayed on the server.";
            files.add(new Media(null, null, null, null, null, null, note));
        }
        return List.copyOf(files);
    }

    private static @Nullable String language(MailHeaders headers) {
        String given = headers.text("Content-Language");
        String first = given == null ? "" : given.replaceFirst("[,;].*", "").strip();
        return first.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? first : null;
    }
}

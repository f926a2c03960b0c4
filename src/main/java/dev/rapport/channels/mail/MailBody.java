package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Media;
import dev.rapport.channels.text.HtmlText;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mail's parts sorted into words and files. */
final class MailBody {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final int HTML_CHARACTERS = 1_000_000;

    private final MailFiles files = new MailFiles();
    private int parts;

    private final Words words;

    /** The words of a part, as text and, where it had any, as mark-up. */
    private record Words(String text, @Nullable String html) {

        static final Words NONE = new Words("", null);

        boolean isEmpty() {
            return text.isBlank();
        }

        Words and(Words next) {
            if (next.html == null && html == null) {
                return new Words(joined(text, next.text), null);
            }
            return new Words(joined(text, next.text), joined(orEmpty(html), orEmpty(next.html)));
        }

        private static String joined(String first, String second) {
            return first.isBlank() ? second : second.isBlank() ? first : first.stripTrailing() + "\n\n" + second;
        }

        private static String orEmpty(@Nullable String html) {
            return html == null ? "" : html;
        }
    }

    private MailBody(MimeMessage mail) throws MessagingException, IOException {
        words = read(mail, 0);
    }

    static MailBody of(MimeMessage mail) throws MessagingException, IOException {
        return new MailBody(mail);
    }

    /** All words, quoted ones included, each line of which begins with {@code >}. */
    String text() {
        return words.text();
    }

    @Nullable
    String html() {
        String html = words.html();
        return html == null || html.length() <= HTML_CHARACTERS ? html : html.substring(0, HTML_CHARACTERS);
    }

    List<Media> files() {
        return files.all();
    }

    private Words read(MimePart part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new IllegalArgumentException("Its parts are nested or repeated without end");
        }
        ContentType type = type(part);
        if (type.match("multipart/*")) {
            return readAll(part, type, depth);
        }
        if (isWords(part, type)) {
            String text = MailText.decode(bytes(part, MailParser.MAIL_BYTES), type.getParameter("charset"));
            return type.match("text/html") ? new Words(HtmlText.of(text), text) : new Words(text, null);
        }
        files.add(part, type);
        return Words.NONE;
    }

    private Words readAll(MimePart part, ContentType type, int depth) throws MessagingException, IOException {
        List<MimePart> children;
        try {
            children = children(part);
        } catch (MessagingException | ClassCastException e) {
            // Announced as many parts and is not: what is there is shown as words.
            return new Words(MailText.decode(raw(part, MailParser.MAIL_BYTES), null), null);
        }
        Words all = Words.NONE;
        for (MimePart child : children) {
            Words next = read(child, depth + 1);
            all = type.match("multipart/alternative") ? better(all, next) : all.and(next);
        }
        return all;
    }

    /** Of several ways to say the same: the plain words and the mark-up. */
    private static Words better(Words first, Words second) {
        return new Words(
                first.isEmpty() ? second.text() : first.text(), second.html() == null ? first.html() : second.html());
    }

    private static List<MimePart> children(MimePart part) throws MessagingException, IOException {
        Multipart many = (Multipart) part.getContent();
        List<MimePart> children = new ArrayList<>();
        for (int i = 0; i < many.getCount(); i++) {
            BodyPart child = many.getBodyPart(i);
            children.add((MimePart) child);
        }
        return children;
    }

    private static boolean isWords(MimePart part, ContentType type) throws MessagingException {
        boolean text = type.match("text/plain") || type.match("text/html");
        return text && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) && type.getParameter("name") == null;
    }

    static @Nullable String disposition(MimePart part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static ContentType type(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            String declared = part.getContentType().toLowerCase(Locale.ROOT);
            return declared.contains("html")
                    ? new ContentType("text", "html", null)
                    : new ContentType("text", "plain", null);
        }
    }

    /** At most {@code most} bytes of a part, decoded as far as its encoding can be. */
    static byte[] bytes(MimePart part, int most) throws MessagingException, IOException {
        try (InputStream decoded = part.getInputStream()) {
            return decoded.readNBytes(most);
        } catch (MessagingException | IOException broken) {
            byte[] raw = raw(part, most * 2);
            boolean base64 = "base64".equalsIgnoreCase(Objects.requireNonNullElse(part.getEncoding(), ""));
            return base64 ? leniently(raw) : raw;
        }
    }

    /** Everything up to the last whole group of four; a mail that was cut ends anywhere. */
    private static byte[] leniently(byte[] base64) {
        byte[] letters = new String(base64, StandardCharsets.ISO_8859_1)
                .replaceAll("[^A-Za-z0-9+/]", "")
                .getBytes(StandardCharsets.ISO_8859_1);
        return Base64.getDecoder().decode(Arrays.copyOf(letters, letters.length - letters.length % 4));
    }

    private static byte[] raw(MimePart part, int most) throws MessagingException, IOException {
        InputStream raw = switch (part) {
            case MimeMessage mail -> mail.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> part.getInputStream();
        };
        try (raw) {
            return raw.readNBytes(most);
        }
    }
}

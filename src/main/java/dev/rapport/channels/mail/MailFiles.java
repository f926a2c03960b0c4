package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Media;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files and pictures of one mail, within limits; one over a limit is named and says why it is not there. */
final class MailFiles {

    private static final int FILE_BYTES = 10 << 20;
    private static final int MOST = 50;

    private final List<Media> files = new ArrayList<>();

    List<Media> all() {
        return List.copyOf(files);
    }

    void add(MimePart part, ContentType type) throws MessagingException, IOException {
        String name = name(part);
        String declared = type.getBaseType().toLowerCase(Locale.ROOT);
        String contentId = contentId(part);
        if (files.size() >= MOST) {
            files.add(new Media(
                    name, declared, null, null, contentId, null, "Only the first 50 files of a mail are kept."));
            return;
        }
        byte[] content = MailBody.bytes(part, FILE_BYTES + 1);
        if (content.length > FILE_BYTES) {
            files.add(new Media(
                    name, declared, null, null, contentId, null, "This file is larger than 10 MB and was not kept."));
            return;
        }
        files.add(new Media(name, declared, (long) content.length, null, contentId, content, null));
    }

    private static @Nullable String name(MimePart part) {
        try {
            String given = part.getFileName();
            String name = given == null ? "" : MailHeaders.readable(given).replaceAll(".*[/\\\\]", "");
            return name.isEmpty() ? null : name;
        } catch (MessagingException e) {
            return null;
        }
    }

    private static @Nullable String contentId(MimePart part) throws MessagingException {
        String id = part.getContentID();
        return id == null ? null : id.strip().replaceAll("^<|>$", "");
    }
}

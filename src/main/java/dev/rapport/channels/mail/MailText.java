package dev.rapport.channels.mail;

import dev.rapport.channels.text.PlainText;
import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Text out of bytes whose declared encoding may be wrong, and without what no text can hold. */
final class MailText {

    /** The longest text that is kept, in bytes of UTF-8. */
    static final int TEXT_BYTES = 200_000;

    private MailText() {}

    /** The text of bytes in a declared encoding; when that cannot be, as UTF-8, else as Windows-1252. */
    static String decode(byte[] bytes, @Nullable String declared) {
        Charset charset = charset(declared);
        String text = charset == null ? null : strictly(bytes, charset);
        if (text == null) {
            text = strictly(bytes, StandardCharsets.UTF_8);
        }
        return PlainText.clean(text == null ? new String(bytes, Charset.forName("windows-1252")) : text);
    }

    /** A header whose bytes were taken for letters, one each, although programs write UTF-8 there and worse. */
    static String ofHeader(String raw) {
        boolean plain = raw.chars().allMatch(one -> one < 0x80) || raw.chars().anyMatch(one -> one > 0xFF);
        return plain ? raw : decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    /** At most {@link #TEXT_BYTES} of it, whole characters, with a mark where it was cut. */
    static String cut(String text) {
        if (text.length() * 3L <= TEXT_BYTES) {
            return text;
        }
        int bytes = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            bytes += utf8Bytes(text.codePointAt(at));
            if (bytes > TEXT_BYTES - 3) {
                return text.substring(0, at) + "…";
            }
        }
        return text;
    }

    private static int utf8Bytes(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static @Nullable Charset charset(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return null;
        }
        try {
            return Charset.forName(MimeUtility.javaCharset(declared.strip().replace("'", "")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return null;
        }
    }
}

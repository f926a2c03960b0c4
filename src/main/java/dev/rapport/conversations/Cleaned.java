package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Media;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it may be stored: without characters that PostgreSQL refuses, within the sizes we keep, its files' bytes taken
 * out (they have a table of their own).
 */
final class Cleaned {

    static final int MAX_WORDS = 200_000;
    private static final int MAX_HTML = 2_000_000;
    private static final int MAX_LINE = 2_000;

    private Cleaned() {}

    static Heard of(Heard heard) {
        return new Heard(
                heard.id(),
                heard.revision(),
                heard.kind(),
                line(heard.uri()),
                author(heard.author()),
                heard.addressees(),
                heard.place(),
                within(heard.text(), MAX_WORDS),
                cut(heard.html(), MAX_HTML),
                cut(heard.original(), MAX_WORDS),
                line(heard.title()),
                heard.saidAt(),
                heard.saidOffsetMinutes(),
                heard.inReplyTo(),
                heard.references(),
                heard.repostOf(),
                heard.thread(),
                heard.threadProven(),
                heard.visibility(),
                heard.rating(),
                heard.reach(),
                line(heard.location()),
                heard.language(),
                heard.manner(),
                heard.media().isEmpty() ? List.of() : withoutBytes(heard.media()));
    }

    private static Author author(Author author) {
        return new Author(
                author.network(),
                author.id(),
                line(author.handle()),
                line(author.name()),
                line(author.bio()),
                line(author.location()),
                line(author.website()),
                author.followers(),
                author.verified(),
                author.bot());
    }

    private static List<Media> withoutBytes(List<Media> media) {
        return media.stream()
                .map(one -> new Media(one.name(), one.type(), one.size(), one.uri(), one.contentId(), null, one.note()))
                .toList();
    }

    private static @Nullable String line(@Nullable String value) {
        return cut(value, MAX_LINE);
    }

    private static @Nullable String cut(@Nullable String value, int most) {
        return value == null ? null : within(value, most);
    }

    private static String within(String value, int most) {
        String plain = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        if (plain.length() <= most) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most;
        return plain.substring(0, end);
    }
}

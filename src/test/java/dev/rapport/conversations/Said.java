package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds what tests hear, one property at a time. */
record Said(Heard heard) {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static Said publicly(String id, String handle, String text) {
        return new Said(
                heard(id, "", Heard.Kind.SAID, Author.ofHandle("fediverse", handle), text, Heard.Visibility.PUBLIC));
    }

    static Said byMail(String id, String address, String text) {
        Author author = Author.of("mail", address, address, null);
        return new Said(heard(id, "", Heard.Kind.SAID, author, text, Heard.Visibility.PRIVATE));
    }

    Said answering(String parent) {
        return changed(
                heard.revision(), heard.kind(), heard.author(), heard.text(), parent, heard.thread(), heard.reach());
    }

    Said inThread(String thread) {
        return changed(
                heard.revision(), heard.kind(), heard.author(), heard.text(), heard.inReplyTo(), thread, heard.reach());
    }

    Said by(Author author) {
        return changed(
                heard.revision(), heard.kind(), author, heard.text(), heard.inReplyTo(), heard.thread(), heard.reach());
    }

    Said editedTo(String text, String revision) {
        return changed(
                revision, Heard.Kind.EDITED, heard.author(), text, heard.inReplyTo(), heard.thread(), heard.reach());
    }

    Said deleted() {
        return changed(
                "deleted", Heard.Kind.DELETED, heard.author(), "", heard.inReplyTo(), heard.thread(), heard.reach());
    }

    Said liked(int likes, String revision) {
        Reach reach = new Reach(likes, null, null, null, NOON.plusSeconds(likes));
        return changed(
                revision, Heard.Kind.COUNTED, heard.author(), heard.text(), heard.inReplyTo(), heard.thread(), reach);
    }

    Said at(Instant when) {
        return new Said(new Heard(
                heard.id(),
                heard.revision(),
                heard.kind(),
                heard.uri(),
                heard.author(),
                heard.addressees(),
                heard.place(),
                heard.text(),
                heard.html(),
                heard.title(),
                when,
                heard.saidOffsetMinutes(),
                heard.inReplyTo(),
                heard.references(),
                heard.repostOf(),
                heard.thread(),
                heard.threadProven(),
                heard.visibility(),
                heard.rating(),
                heard.reach(),
                heard.location(),
                heard.language(),
                heard.manner(),
                heard.media()));
    }

    private Said changed(
            String revision,
            Heard.Kind kind,
            Author author,
            String text,
            @Nullable String inReplyTo,
            @Nullable String thread,
            @Nullable Reach reach) {
        return new Said(new Heard(
                heard.id(),
                revision,
                kind,
                heard.uri(),
                author,
                heard.addressees(),
                heard.place(),
                text,
                heard.html(),
                heard.title(),
                heard.saidAt(),
                heard.saidOffsetMinutes(),
                inReplyTo,
                heard.references(),
                heard.repostOf(),
                thread,
                heard.threadProven(),
                heard.visibility(),
                heard.rating(),
                reach,
                heard.location(),
                heard.language(),
                heard.manner(),
                heard.media()));
    }

    private static Heard heard(
            String id, String revision, Heard.Kind kind, Author author, String text, Heard.Visibility visibility) {
        return new Heard(
                id,
                revision,
                kind,
                null,
                author,
                List.of(),
                null,
                text,
                null,
                null,
                NOON,
                0,
                null,
                List.of(),
                null,
                null,
                false,
                visibility,
                null,
                null,
                null,
                null,
                Heard.Manner.PERSONAL,
                List.<Media>of());
    }
}

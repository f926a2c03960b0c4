package dev.rapport.desk;

import dev.rapport.desk.readings.WhatWasRead;
import dev.rapport.desk.words.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a thread, in the order of time. */
public sealed interface Entry {

    Instant at();

    /** A new day begins. */
    record Day(Instant at, LocalDate date) implements Entry {}

    /**
     * A message.
     *
     * @param who its author's name, else handle; empty when nobody is known
     * @param isOurs whether one of us wrote it
     * @param manner {@code PERSONAL}, {@code LIST}, {@code AUTOMATIC} or {@code BOUNCE}
     * @param read what it means; empty for our own messages and for what was not read yet
     * @param former earlier wordings, the latest first
     */
    record Said(
            long id,
            Instant at,
            String who,
            boolean isKnown,
            boolean isOurs,
            boolean isPublic,
            String manner,
            @Nullable String title,
            List<Piece> words,
            @Nullable WhatWasRead read,
            @Nullable String language,
            @Nullable String uri,
            boolean isDeleted,
            @Nullable String hiddenWhy,
            List<String> former,
            List<Attached> files,
            @Nullable Delivery delivery)
            implements Entry {}

    /** A file that came with a message. */
    record Attached(
            long id,
            String name,
            @Nullable Long size,
            boolean isHere,
            @Nullable String note) {}

    /** A note among colleagues. */
    record Noted(long id, Instant at, String author, List<NotePiece> words) implements Entry {}

    /** A stretch of a note; a called colleague stands out. */
    record NotePiece(String words, boolean isMention) {}

    /**
     * Something that was done.
     *
     * @param kind {@code OPENED} or the name of an activity
     * @param by who did it; empty for a rule, the clock or a customer
     * @param subject the name of whom or what it was about
     * @param fact a reason, a moment, words
     */
    record Done(
            Instant at,
            String kind,
            @Nullable String by,
            @Nullable String subject,
            @Nullable String fact,
            long caseId) implements Entry {}
}

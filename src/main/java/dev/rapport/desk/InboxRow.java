package dev.rapport.desk;

import dev.rapport.desk.words.Due;
import dev.rapport.desk.words.Piece;
import dev.rapport.desk.words.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation in the list.
 *
 * @param who the name of the person who is linked, else of the profile, else its handle; empty when nobody is known
 * @param isKnown whether a name is known
 * @param mark the icon of the network
 * @param due the promise in words, if there is one
 * @param place where the list ends when this is its last row
 */
public record InboxRow(
        long id,
        String who,
        boolean isKnown,
        String mark,
        Instant saidAt,
        List<Piece> words,
        @Nullable String language,
        String where,
        boolean isPublic,
        @Nullable String state,
        @Nullable Due due,
        @Nullable String assignee,
        boolean isMine,
        boolean isUnread,
        Place place) {}

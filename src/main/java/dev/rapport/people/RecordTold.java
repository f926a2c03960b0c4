package dev.rapport.people;

import dev.rapport.channels.spi.Media;
import dev.rapport.conversations.SpokenBy;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what somebody told one of us.
 *
 * @param key made once a form, so that a form sent twice is heard once
 * @param person who said it, where they are known here
 * @param newName the name of somebody who was not known until now; empty with {@code person} empty for a stranger
 * @param place where it was said, in a few words
 * @param by who heard it
 */
public record RecordTold(
        UUID key,
        @Nullable PersonId person,
        @Nullable String newName,
        SpokenBy how,
        String words,
        @Nullable String place,
        Instant saidAt,
        UserId by,
        String byName,
        List<Media> pictures) {}

package dev.rapport.conversations;

import dev.rapport.channels.spi.Media;
import dev.rapport.shared.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what somebody said to one of us.
 *
 * @param key made once a form, so that a form sent twice is heard once
 * @param voice whose profile of the network {@code heard} it is
 * @param place where it was said, in a few words
 * @param to the colleague who heard it, by name
 */
public record HearSpoken(
        UUID key,
        ProfileId voice,
        SpokenBy how,
        String words,
        @Nullable String place,
        Instant saidAt,
        String to,
        List<Media> pictures) {}

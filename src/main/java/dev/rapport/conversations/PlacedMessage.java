package dev.rapport.conversations;

import dev.rapport.channels.spi.Heard;
import org.jspecify.annotations.Nullable;

/** A message on its way into its thread: who said it is known, which conversation follows. */
final class PlacedMessage {

    final long id;
    final Heard heard;
    final ProfileStore.Kept profile;
    final AuthorKey author;

    @Nullable
    String threadKey;

    long conversationId;

    PlacedMessage(long id, Heard heard, AuthorKey author, ProfileStore.Kept profile) {
        this.id = id;
        this.heard = heard;
        this.author = author;
        this.profile = profile;
    }

    /** Our own words are on our side whoever the profile is; a profile of a bot speaks as one. */
    Side side() {
        return profile.side();
    }

    boolean isPrivate() {
        return heard.visibility() == Heard.Visibility.PRIVATE;
    }

    /** Whether somebody waits for an answer to it. */
    boolean wantsAnswer() {
        return side() == Side.CUSTOMER && heard.manner() == Heard.Manner.PERSONAL && heard.kind() != Heard.Kind.DELETED;
    }

    String thread() {
        return java.util.Objects.requireNonNull(threadKey, "the thread is found before it is asked for");
    }
}

package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/**
 * One thing a page brought: a message that could be read, or one that could not and is kept as it came until it can.
 */
public sealed interface Item {

    /** The channel's id, or the best there is, so that a kept item can be named. */
    String remoteId();

    /**
     * A message.
     *
     * @param local by what the place itself finds it again, where that is not its id
     */
    record Read(Heard heard, @Nullable String local) implements Item {

        public Read(Heard heard) {
            this(heard, null);
        }

        @Override
        public String remoteId() {
            return heard.id();
        }
    }

    /** Something that could not be interpreted: kept with its bytes, shown, never in the way of the rest. */
    record Unreadable(String remoteId, byte[] raw, String why) implements Item {}
}

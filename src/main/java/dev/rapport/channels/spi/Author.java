package dev.rapport.channels.spi;

import org.jspecify.annotations.Nullable;

/**
 * Who said it, as the channel shows them.
 *
 * @param network the network the id is stable on: {@code mail}, {@code twitter}, {@code heard} …
 * @param id the network's stable id; empty when only a handle is known (the profile is then provisional)
 * @param handle the name others address them by, without {@code @}
 */
public record Author(
        String network,
        @Nullable String id,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String bio,
        @Nullable String location,
        @Nullable String website,
        @Nullable Integer followers,
        boolean verified,
        boolean bot) {

    /** An author of whom only the handle is known. */
    public static Author ofHandle(String network, String handle) {
        return new Author(network, null, handle, null, null, null, null, null, false, false);
    }

    /** An author with a stable id and a name. */
    public static Author of(String network, String id, @Nullable String handle, @Nullable String name) {
        return new Author(network, id, handle, name, null, null, null, null, false, false);
    }
}

package dev.rapport.channels;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connects a place.
 *
 * @param secrets passwords and tokens; kept sealed, never handed out again
 */
public record OpenInbox(
        String kind,
        String name,
        String network,
        @Nullable String address,
        Map<String, String> settings,
        Map<String, String> secrets) {

    @Override
    public String toString() {
        return "OpenInbox[kind=" + kind + ", name=" + name + ", settings=" + settings.keySet() + "]";
    }
}

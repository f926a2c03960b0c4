package dev.rapport.channels.spi;

import dev.rapport.channels.InboxId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inbox as its connector sees it: where to connect and with which secrets.
 *
 * @param settings what is not secret: host, port, address …
 * @param secrets decrypted for this run only; never logged, never shown by {@link #toString()}
 * @param renewal keeps secrets that were renewed
 */
public record Connection(
        InboxId inbox, String name, Map<String, String> settings, Map<String, String> secrets, Renewal renewal) {

    /** A place that is only tried: renewed secrets are not kept. */
    public Connection(InboxId inbox, String name, Map<String, String> settings, Map<String, String> secrets) {
        this(inbox, name, settings, secrets, Renewal.UNKEPT);
    }

    /** A setting that has to be there; a missing one is the inbox's fault, not the network's. */
    public String required(String key) {
        String value = settings.get(key);
        if (value == null || value.isBlank()) {
            throw new Fault.Refused("The setting “" + key + "” of the inbox “" + name + "” is empty.");
        }
        return value;
    }

    public @Nullable String setting(String key) {
        return settings.get(key);
    }

    public @Nullable String secret(String key) {
        return secrets.get(key);
    }

    @Override
    public String toString() {
        return "Connection[inbox=" + inbox + ", name=" + name + ", settings=" + settings.keySet() + "]";
    }
}

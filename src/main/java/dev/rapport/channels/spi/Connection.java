package dev.rapport.channels.spi;

import dev.rapport.shared.InboxId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inbox as its connector sees it: where to connect and with which secrets.
 *
 * @param settings what is not secret: host, port, address …
 * @param secrets decrypted for this run only; never logged, never shown by {@link #toString()}
 * @param renewal keeps secrets that were renewed
 * @param spending counts what the place charges for
 */
public record Connection(
        InboxId inbox,
        String name,
        Map<String, String> settings,
        Map<String, String> secrets,
        Renewal renewal,
        Spending spending) {

    /** A place that is only tried: neither renewed secrets nor what was spent are kept. */
    public Connection(InboxId inbox, String name, Map<String, String> settings, Map<String, String> secrets) {
        this(inbox, name, settings, secrets, Renewal.UNKEPT);
    }

    /** A place that is only tried: what was spent is not kept. */
    public Connection(
            InboxId inbox, String name, Map<String, String> settings, Map<String, String> secrets, Renewal renewal) {
        this(inbox, name, settings, secrets, renewal, Spending.UNKEPT);
    }

    /** Added to a secret's name for the one before it. */
    public static final String FORMER = ".former";

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

    /** A secret and, while it is being exchanged, the former one as well; none when it was never set. */
    public List<String> eitherSecret(String key) {
        List<String> either = new ArrayList<>();
        for (String name : List.of(key, key + FORMER)) {
            String value = secrets.get(name);
            if (value != null && !value.isEmpty()) {
                either.add(value);
            }
        }
        return either;
    }

    @Override
    public String toString() {
        return "Connection[inbox=" + inbox + ", name=" + name + ", settings=" + settings.keySet() + "]";
    }
}

package dev.rapport.channels;

import dev.rapport.shared.InboxId;
import java.util.Map;

/**
 * Changes how an inbox is reached; everything heard and the place it was read up to stay.
 *
 * @param settings all of them
 * @param secrets only those that are new; the others stay as they are
 */
public record ChangeInbox(InboxId inbox, String name, Map<String, String> settings, Map<String, String> secrets) {

    /** The same with other secrets. */
    public ChangeInbox with(Map<String, String> others) {
        return new ChangeInbox(inbox, name, settings, others);
    }

    @Override
    public String toString() {
        return "ChangeInbox[inbox=" + inbox + ", name=" + name + ", settings=" + settings.keySet() + "]";
    }
}

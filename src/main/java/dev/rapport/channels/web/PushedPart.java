package dev.rapport.channels.web;

import dev.rapport.channels.ChannelKind;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.KeptDelivery;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Setup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an inbox shows of a place that was connected by the common form.
 *
 * @param address where it delivers to; empty where nothing is delivered
 * @param secrets the names of those that are set
 * @param example a page to try the chat from
 */
public record PushedPart(
        ChannelKind kind,
        @Nullable String address,
        List<String> secrets,
        @Nullable Instant lastReceivedAt,
        List<KeptDelivery> deliveries,
        PushedForm form,
        List<Inbox> mailboxes,
        @Nullable String example) {

    public boolean isSet(Setup.Field field) {
        return secrets.contains(field.name());
    }

    /** Whether the former secret still counts. */
    public boolean isInExchange(Setup.Field field) {
        return secrets.contains(field.name() + Connection.FORMER);
    }
}

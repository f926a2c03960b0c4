package dev.rapport.channels.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Meta's webhooks bring: many entries, each with many changes or messages.
 *
 * @param object {@code page}, {@code instagram} or {@code whatsapp_business_account}
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks, event notifications</a>
 */
record MetaBatch(@Nullable String object, @Nullable List<Entry> entry) {

    /**
     * @param id of the page, account or business it is about
     */
    record Entry(
            String id,
            @Nullable Long time,
            @Nullable List<Change> changes,
            @Nullable List<Direct> messaging) {}

    /** Something public changed, or, at WhatsApp, anything at all. */
    record Change(String field, JsonNode value) {}

    /**
     * A direct message at Messenger or Instagram, or a note about one.
     *
     * @param timestamp milliseconds since 1970
     * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages">messages</a>
     */
    record Direct(
            @Nullable Party sender,
            @Nullable Party recipient,
            @Nullable Long timestamp,
            @Nullable Message message,
            @Nullable Postback postback) {}

    record Party(String id) {}

    record Message(
            String mid,
            @Nullable String text,
            @JsonProperty("is_echo") @Nullable Boolean isEcho,
            @JsonProperty("is_deleted") @Nullable Boolean isDeleted,
            @JsonProperty("reply_to") @Nullable Parent replyTo,
            @Nullable List<Attachment> attachments) {}

    record Parent(@Nullable String mid) {}

    record Attachment(@Nullable String type, @Nullable Payload payload) {}

    record Payload(@Nullable String url) {}

    /** Somebody pressed a button of ours. */
    record Postback(
            @Nullable String mid,
            @Nullable String title,
            @Nullable String payload) {}

    List<Entry> entries() {
        return entry == null ? List.of() : entry;
    }
}

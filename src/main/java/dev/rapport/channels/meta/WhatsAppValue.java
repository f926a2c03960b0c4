package dev.rapport.channels.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a WhatsApp number: messages of customers, or what became of ours.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components">notification payloads</a>
 */
record WhatsAppValue(
        @Nullable Metadata metadata,
        @Nullable List<Contact> contacts,
        @Nullable List<Message> messages) {

    record Metadata(
            @JsonProperty("display_phone_number") @Nullable String displayPhoneNumber,
            @JsonProperty("phone_number_id") @Nullable String phoneNumberId) {}

    record Contact(
            @JsonProperty("wa_id") @Nullable String waId,
            @Nullable Profile profile) {}

    record Profile(@Nullable String name) {}

    /**
     * @param timestamp seconds since 1970
     * @param type {@code text}, {@code image}, {@code button}, {@code interactive}, {@code reaction} …
     */
    record Message(
            String id,
            String from,
            String timestamp,
            String type,
            @Nullable Text text,
            @Nullable Button button,
            @Nullable Interactive interactive,
            @Nullable Context context,
            @Nullable File image,
            @Nullable File video,
            @Nullable File audio,
            @Nullable File document) {}

    record Text(@Nullable String body) {}

    record Button(@Nullable String text) {}

    record Interactive(
            @JsonProperty("button_reply") @Nullable Choice buttonReply,
            @JsonProperty("list_reply") @Nullable Choice listReply) {}

    record Choice(@Nullable String title) {}

    record Context(@Nullable String id) {}

    record File(
            @Nullable String id,
            @JsonProperty("mime_type") @Nullable String mimeType,
            @Nullable String caption,
            @Nullable String filename) {}

    /** The answer to a message we sent. */
    record SentMessage(@Nullable List<Id> messages) {
        record Id(@Nullable String id) {}
    }
}

package dev.rapport.channels.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One update of the Bot API: at most one of its messages is there.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Update</a>
 */
record TelegramUpdate(
        @JsonProperty("update_id") long updateId,
        @Nullable Message message,
        @JsonProperty("edited_message") @Nullable Message editedMessage,
        @JsonProperty("channel_post") @Nullable Message channelPost,
        @JsonProperty("edited_channel_post") @Nullable Message editedChannelPost) {

    /** @see <a href="https://core.telegram.org/bots/api#message">Message</a> */
    record Message(
            @JsonProperty("message_id") long messageId,
            @JsonProperty("message_thread_id") @Nullable Long messageThreadId,
            @Nullable User from,
            @JsonProperty("sender_chat") @Nullable Chat senderChat,
            Chat chat,
            long date,
            @JsonProperty("edit_date") @Nullable Long editDate,
            @JsonProperty("reply_to_message") @Nullable Message replyToMessage,
            @Nullable String text,
            @Nullable String caption,
            @Nullable List<File> photo,
            @Nullable File document,
            @Nullable File voice,
            @Nullable File video) {}

    /** @see <a href="https://core.telegram.org/bots/api#user">User</a> */
    record User(
            long id,
            @JsonProperty("is_bot") @Nullable Boolean isBot,
            @JsonProperty("first_name") @Nullable String firstName,
            @JsonProperty("last_name") @Nullable String lastName,
            @Nullable String username,
            @JsonProperty("language_code") @Nullable String languageCode) {}

    /**
     * @param type {@code private}, {@code group}, {@code supergroup} or {@code channel}
     * @param username of public ones
     * @see <a href="https://core.telegram.org/bots/api#chat">Chat</a>
     */
    record Chat(
            long id,
            String type,
            @Nullable String title,
            @Nullable String username) {}

    /** @see <a href="https://core.telegram.org/bots/api#document">Document</a>, and its relatives */
    record File(
            @JsonProperty("file_id") @Nullable String fileId,
            @JsonProperty("file_name") @Nullable String fileName,
            @JsonProperty("mime_type") @Nullable String mimeType,
            @JsonProperty("file_size") @Nullable Long fileSize) {}

    /**
     * What every method answers.
     *
     * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
     */
    record Answered(
            boolean ok,
            @JsonProperty("error_code") @Nullable Integer errorCode,
            @Nullable String description,
            @Nullable Parameters parameters) {}

    /** @see <a href="https://core.telegram.org/bots/api#responseparameters">ResponseParameters</a> */
    record Parameters(@JsonProperty("retry_after") @Nullable Integer retryAfter) {}

    /** The answer to {@code sendMessage}. */
    record SentMessage(@Nullable Message result) {}

    /** The answer to {@code getMe}. */
    record Me(@Nullable User result) {}
}

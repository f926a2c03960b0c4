package dev.rapport.channels.slack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Slack's Events API brings.
 *
 * @param type {@code event_callback}, or {@code url_verification} with a challenge
 * @param eventId the same for each attempt to deliver an event
 * @see <a href="https://docs.slack.dev/apis/events-api/">the Events API</a>
 * @see <a href="https://docs.slack.dev/reference/events/url_verification">url_verification</a>
 */
record SlackEvent(
        String type,
        @Nullable String challenge,
        @JsonProperty("event_id") @Nullable String eventId,
        @JsonProperty("team_id") @Nullable String teamId,
        @Nullable Event event) {

    /**
     * @param ts when it was said and its number within the channel, {@code 1355517523.000005}
     * @param threadTs the number of the message that began its thread
     * @param channelType {@code im}, {@code mpim}, {@code channel} or {@code group}
     * @see <a href="https://docs.slack.dev/reference/events/message">message</a> and its subtypes
     */
    record Event(
            String type,
            @Nullable String subtype,
            @Nullable String channel,
            @JsonProperty("channel_type") @Nullable String channelType,
            @Nullable String user,
            @Nullable String text,
            @Nullable String ts,
            @JsonProperty("thread_ts") @Nullable String threadTs,
            @JsonProperty("bot_id") @Nullable String botId,
            @JsonProperty("deleted_ts") @Nullable String deletedTs,
            @JsonProperty("previous_message") @Nullable Event previousMessage,
            @Nullable Event message,
            @Nullable Edited edited,
            @Nullable List<File> files) {}

    /** When somebody changed their words. */
    record Edited(@Nullable String ts) {}

    /** @see <a href="https://docs.slack.dev/reference/objects/file-object">file</a> */
    record File(
            @Nullable String name,
            @Nullable String mimetype,
            @Nullable Long size,
            @Nullable String permalink) {}
}

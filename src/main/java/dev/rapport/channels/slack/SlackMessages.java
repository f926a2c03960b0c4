package dev.rapport.channels.slack;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.slack.SlackEvent.Event;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads messages, which Slack writes in one form wherever they come from: what an event brings and what the history holds is the
 * same message, with the same id and wording. Only the channel stands beside it.
 */
final class SlackMessages {

    static final String NETWORK = "slack";

    /** Messages with a subtype in which somebody says something; in others people come, go or rename something. */
    private static final Set<String> WORDS = Set.of("", "file_share", "thread_broadcast", "me_message", "bot_message");

    private SlackMessages() {}

    static boolean isSaid(@Nullable String subtype) {
        return WORDS.contains(subtype == null ? "" : subtype);
    }

    /** A message of the history, in its latest wording. */
    static Item item(String channel, JsonNode message) {
        return Payloads.item(id(channel, message), message, json -> {
            Event said = Payloads.of(json, Event.class);
            SlackEvent.Edited edited = said.edited();
            Told told = told(said, channel);
            return edited == null ? told.item() : edited(told, edited).item();
        });
    }

    /** What was kept because it could not be read, read once more. */
    static Item again(Item.Unreadable kept) {
        return Payloads.again(kept, message -> item(channelOf(kept.remoteId()), message));
    }

    static Told edited(Told told, SlackEvent.Edited edited) {
        return told.edited("e" + edited.ts());
    }

    static Told told(Event event, String channel) {
        String ts = event.ts();
        if (ts == null) {
            throw new Fault.Broken("A message without a time.");
        }
        boolean isDirect = "im".equals(event.channelType()) || channel.startsWith("D");
        String thread = isDirect ? channel : channel + "/" + (event.threadTs() == null ? ts : event.threadTs());
        String parent = event.threadTs();
        return Told.by(author(event), channel + "/" + ts, moment(ts))
                .says(SlackText.read(event.text()))
                .in(isDirect ? null : new Place("channel", channel, null))
                .answering(parent == null || parent.equals(ts) ? null : channel + "/" + parent)
                .within("slack:" + thread)
                .privately(true)
                .with(files(event));
    }

    static String channelOf(String id) {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    static String tsOf(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    /** When something was said, from its number within the channel. */
    static Instant moment(String ts) {
        BigDecimal seconds = new BigDecimal(ts);
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    private static String id(String channel, JsonNode message) {
        return channel + "/" + message.path("ts").asString("");
    }

    private static Author author(Event event) {
        String id = event.user() == null ? String.valueOf(event.botId()) : event.user();
        boolean bot = event.botId() != null;
        return new Author(NETWORK, id, null, null, null, null, null, null, false, bot && event.user() == null);
    }

    private static List<Media> files(Event event) {
        List<SlackEvent.File> files = event.files();
        return files == null
                ? List.of()
                : files.stream()
                        .map(file -> new Media(
                                file.name(),
                                file.mimetype(),
                                file.size(),
                                file.permalink(),
                                null,
                                null,
                                "It lies at Slack and is not fetched."))
                        .toList();
    }
}

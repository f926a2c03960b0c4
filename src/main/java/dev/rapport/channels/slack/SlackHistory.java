package dev.rapport.channels.slack;

import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was said in the channels the app is in, with one call a page. The newest page of a channel is asked for without
 * {@code oldest}, since it also shows new wordings and new answers of what is known; Slack has no list of new answers
 * (slackapi/python-slack-sdk, issue 1306), so those to messages further back are not found.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/conversations.history">conversations.history</a>
 * @see <a href="https://docs.slack.dev/reference/methods/conversations.replies">conversations.replies</a>
 * @see <a href="https://docs.slack.dev/reference/methods/users.conversations">users.conversations</a>
 */
final class SlackHistory {

    /** What Slack recommends as the most; it may give fewer. */
    private static final String PAGE = "200";

    private static final Duration LATEST = Duration.ofDays(1);
    private static final int LISTS_AT_MOST = 50;
    private static final List<String> TYPES = List.of("public_channel", "private_channel", "mpim", "im");

    private final SlackApi api;
    private final From from;

    SlackHistory(SlackApi api, From from) {
        this.api = api;
        this.from = from;
    }

    Page next(SlackCursor cursor) {
        if (!cursor.threads().isEmpty()) {
            return answers(cursor, cursor.threads().getFirst());
        }
        if (!cursor.left().isEmpty()) {
            return messages(cursor, cursor.left().getFirst());
        }
        Instant now = api.now();
        return page(List.of(), cursor.round(channels(), beginning(now), ts(now)));
    }

    /** The channels the app is in: of all kinds, or of those it may see. */
    List<String> channels() {
        try {
            return channels(String.join(",", TYPES));
        } catch (Fault.Refused notAll) {
            List<String> some = new ArrayList<>();
            boolean any = false;
            for (String type : TYPES) {
                try {
                    some.addAll(channels(type));
                    any = true;
                } catch (Fault.Refused notThese) {
                    // Those of other kinds are still read.
                }
            }
            if (!any) {
                throw notAll;
            }
            return some;
        }
    }

    /** All of a thread that was said since; nothing of the message that began it. */
    List<JsonNode> thread(String channel, String ts, String since) {
        List<JsonNode> all = new ArrayList<>();
        String back = null;
        for (int page = 0; page < LISTS_AT_MOST; page++) {
            JsonNode said = replies(channel, ts, since, back);
            all.addAll(after(since, ts, said));
            back = older(said);
            if (back == null) {
                return all;
            }
        }
        throw new Fault.Broken("The thread has no end.");
    }

    private List<String> channels(String types) {
        List<String> all = new ArrayList<>();
        String more = null;
        for (int page = 0; page < LISTS_AT_MOST; page++) {
            JsonNode said = api.ask(
                    "users.conversations",
                    ServerAddress.query("types", types, "exclude_archived", "true", "limit", PAGE, "cursor", more));
            said.path("channels").forEach(channel -> all.add(channel.path("id").asString("")));
            more = older(said);
            if (more == null) {
                break;
            }
        }
        all.removeIf(String::isEmpty);
        return all;
    }

    /**
     * A channel or a way back that Slack declines is no reason to leave the others unread: it is read from its newest message again
     * in the next round.
     */
    private Page messages(SlackCursor cursor, String channel) {
        JsonNode said;
        try {
            said = api.ask(
                    "conversations.history",
                    ServerAddress.query("channel", channel, "limit", PAGE, "cursor", cursor.back()));
        } catch (Fault.Refused declined) {
            return page(List.of(), cursor.passed());
        }
        SlackMarks known = cursor.known(channel);
        List<JsonNode> messages = oldestFirst(said);
        List<JsonNode> fresh = messages.stream().filter(known::isNew).toList();
        List<SlackCursor.Unread> threads = messages.stream()
                .filter(known::hasNewAnswers)
                .map(one -> new SlackCursor.Unread(channel, SlackMarks.ts(one), known.answered(), null, false))
                .toList();
        SlackCursor.Walk walk = cursor.walk();
        SlackMarks top = walk == null ? known.after(messages) : walk.top();
        String back = older(said);
        SlackCursor next = back == null || back.equals(cursor.back()) || known.meets(messages)
                ? cursor.finished(top, threads)
                : cursor.walked(top, back, threads);
        return page(items(channel, fresh), next);
    }

    private Page answers(SlackCursor cursor, SlackCursor.Unread thread) {
        JsonNode said;
        try {
            said = replies(thread.channel(), thread.ts(), thread.since(), thread.back());
        } catch (Fault.Refused declined) {
            boolean mayBeStale = thread.back() != null && !thread.wasAgain();
            return page(List.of(), mayBeStale ? cursor.answersAgain() : cursor.answered(null));
        }
        String back = older(said);
        List<Item> items = items(thread.channel(), after(thread.since(), thread.ts(), said));
        return page(items, cursor.answered(back == null || back.equals(thread.back()) ? null : back));
    }

    private JsonNode replies(String channel, String ts, String since, @Nullable String back) {
        return api.ask(
                "conversations.replies",
                ServerAddress.query("channel", channel, "ts", ts, "oldest", since, "limit", PAGE, "cursor", back));
    }

    /**
     * The answers of a page. Slack puts the message that began the thread before them whatever is asked; those that were shown to
     * the whole channel are in its history.
     */
    private static List<JsonNode> after(String since, String thread, JsonNode said) {
        return oldestFirst(said).stream()
                .filter(one -> !SlackMarks.ts(one).equals(thread))
                .filter(one -> !one.path("subtype").asString("").equals("thread_broadcast"))
                .filter(one -> SlackMarks.isLater(SlackMarks.ts(one), since) || !SlackMarks.hasTime(one))
                .toList();
    }

    private static List<JsonNode> oldestFirst(JsonNode said) {
        List<JsonNode> all = new ArrayList<>();
        said.path("messages").forEach(all::add);
        all.sort(Comparator.comparing(one -> SlackMarks.number(SlackMarks.ts(one))));
        return all;
    }

    private static List<Item> items(String channel, List<JsonNode> messages) {
        return messages.stream()
                .filter(one -> SlackMessages.isSaid(one.path("subtype").asString("")))
                .map(one -> SlackMessages.item(channel, one))
                .toList();
    }

    private static @Nullable String older(JsonNode said) {
        String next = said.path("response_metadata").path("next_cursor").asString("");
        return next.isEmpty() ? null : next;
    }

    private static Page page(List<Item> items, SlackCursor next) {
        return new Page(items, Cursors.of(next), next.goesOn());
    }

    private String beginning(Instant now) {
        return switch (from) {
            case NOW -> ts(now);
            case LATEST -> ts(now.minus(LATEST));
            case BEGINNING -> "0";
        };
    }

    private static String ts(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond()) + "." + String.format("%06d", at.getNano() / 1_000);
    }
}

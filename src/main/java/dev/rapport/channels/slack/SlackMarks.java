package dev.rapport.channels.slack;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How far a channel was read, in Slack's own numbers, which are times: its messages, their new wordings, and the answers to them
 * each have one.
 */
record SlackMarks(String said, String edited, String answered) {

    /** Everything up to a time is known. */
    static SlackMarks at(String ts) {
        return new SlackMarks(ts, ts, ts);
    }

    /** Whether a message was said or changed since; one that tells no time always was. */
    boolean isNew(JsonNode message) {
        String ts = ts(message);
        return !hasTime(message) || isLater(ts, said) || isLater(editedTs(message), edited);
    }

    boolean hasNewAnswers(JsonNode message) {
        return isLater(latestReply(message), answered);
    }

    /** Whether a page goes back to what is known. */
    boolean meets(Collection<JsonNode> page) {
        return page.stream().map(SlackMarks::ts).anyMatch(ts -> number(ts).signum() > 0 && !isLater(ts, said));
    }

    /** With what a page shows, which was the newest there was. */
    SlackMarks after(Collection<JsonNode> page) {
        return new SlackMarks(
                latest(said, page.stream().map(SlackMarks::ts)),
                latest(edited, page.stream().map(SlackMarks::editedTs)),
                latest(answered, page.stream().map(SlackMarks::latestReply)));
    }

    static boolean hasTime(JsonNode message) {
        return number(ts(message)).signum() > 0;
    }

    static boolean isLater(String ts, String than) {
        return number(ts).compareTo(number(than)) > 0;
    }

    static String ts(JsonNode message) {
        return message.path("ts").asString("");
    }

    private static String editedTs(JsonNode message) {
        return message.path("edited").path("ts").asString("");
    }

    private static String latestReply(JsonNode message) {
        return message.path("latest_reply").asString("");
    }

    private static String latest(String known, Stream<String> others) {
        return others.reduce(known, (one, other) -> isLater(other, one) ? other : one);
    }

    /** Zero for what is no number. */
    static BigDecimal number(String ts) {
        return ts.matches("\\d{1,12}(\\.\\d{1,9})?") ? new BigDecimal(ts) : BigDecimal.ZERO;
    }
}

package dev.rapport.channels.slack;

import dev.rapport.channels.StubPlace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's Web API as its documents have it: what it declines it says with 200, lists go on with a cursor, the history of a channel
 * is newest first and holds no answers, and a thread begins with the message that began it.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/users.conversations">users.conversations</a>
 * @see <a href="https://docs.slack.dev/reference/methods/conversations.history">conversations.history</a>
 * @see <a href="https://docs.slack.dev/reference/methods/conversations.replies">conversations.replies</a>
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
 * @see <a href="https://docs.slack.dev/apis/web-api/pagination">pagination</a>
 */
public final class SlackStub extends StubPlace {

    public static final String TOKEN = "xoxb-good";
    static final String US = "U1";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Messages and answers of each channel, in the order they were said. */
    final Map<String, List<ObjectNode>> channels = new LinkedHashMap<>();

    final Set<String> rights = new TreeSet<>(List.of("channels:read", "groups:read", "mpim:read", "im:read"));

    /** The most it gives at once: fewer than were asked for. */
    int most = 200;

    String token = TOKEN;
    private BigDecimal last = BigDecimal.ZERO;

    public SlackStub() {
        channels.put("C2", new ArrayList<>());
    }

    public ObjectNode say(String text) {
        return say("C2", text);
    }

    ObjectNode say(String channel, String text) {
        ObjectNode message = JSON.createObjectNode();
        message.put("type", "message").put("user", "U9").put("text", text).put("ts", ts());
        channel(channel).add(message);
        return message;
    }

    ObjectNode answer(ObjectNode parent, String text) {
        parent.put("thread_ts", ts(parent));
        ObjectNode said = say(text).put("thread_ts", ts(parent));
        parent.put("latest_reply", ts(said)).put("reply_count", 1);
        return said;
    }

    void edit(String text, String words) {
        ObjectNode message = find(text);
        message.put("text", words).putObject("edited").put("user", "U9").put("ts", ts());
    }

    void delete(String text) {
        ObjectNode gone = find(text);
        channels.values().forEach(messages -> messages.remove(gone));
    }

    int received(String text) {
        return (int) channel("C2").stream()
                .filter(one -> one.path("text").asString("").equals(text))
                .count();
    }

    /** As the Events API brings it. */
    public String event(ObjectNode message) {
        ObjectNode event = message.deepCopy().put("channel", "C2").put("channel_type", "channel");
        event.remove("edited");
        return JSON.createObjectNode()
                .put("type", "event_callback")
                .put("event_id", "Ev" + ts(message))
                .set("event", event)
                .toString();
    }

    List<ObjectNode> channel(String id) {
        return channels.computeIfAbsent(id, any -> new ArrayList<>());
    }

    static String ts(ObjectNode message) {
        return message.path("ts").asString();
    }

    private ObjectNode find(String text) {
        return channels.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.path("text").asString("").equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Later than every one before. */
    private String ts() {
        Instant now = Instant.now();
        BigDecimal real = BigDecimal.valueOf(now.getEpochSecond())
                .add(BigDecimal.valueOf(now.getNano(), 9))
                .setScale(6, RoundingMode.DOWN);
        last = real.max(last.add(BigDecimal.valueOf(1, 6)));
        return last.toPlainString();
    }

    @Override
    protected Said answer(Asked asked) {
        if (!("Bearer " + token).equals(asked.headers().get("authorization"))) {
            return declined("invalid_auth");
        }
        Map<String, String> query = query(asked.query());
        return switch (asked.path().replaceFirst(".*/", "")) {
            case "auth.test" -> Said.ok("{\"ok\":true,\"user_id\":\"U1\",\"user\":\"rapport\",\"team\":\"Solvane\"}");
            case "users.conversations" -> conversations(query);
            case "conversations.history" -> history(query);
            case "conversations.replies" -> replies(query);
            case "chat.postMessage" -> post(asked);
            default -> declined("unknown_method");
        };
    }

    private Said conversations(Map<String, String> query) {
        List<String> types =
                Arrays.asList(query.getOrDefault("types", "public_channel").split(","));
        Map<String, String> needs = Map.of(
                "public_channel", "channels:read",
                "private_channel", "groups:read",
                "mpim", "mpim:read",
                "im", "im:read");
        List<String> lacking = types.stream()
                .map(needs::get)
                .filter(one -> !rights.contains(one))
                .toList();
        if (!lacking.isEmpty()) {
            return Said.ok("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"" + String.join(",", lacking)
                    + "\",\"provided\":\"chat:write\"}");
        }
        List<ObjectNode> all = channels.keySet().stream()
                .filter(id -> types.contains(id.startsWith("D") ? "im" : "public_channel"))
                .map(id -> JSON.createObjectNode().put("id", id))
                .toList();
        return page("channels", all, query);
    }

    private Said history(Map<String, String> query) {
        List<ObjectNode> messages = channels.get(query.get("channel"));
        if (messages == null) {
            return declined("channel_not_found");
        }
        List<ObjectNode> top = messages.reversed().stream()
                .filter(one ->
                        !isAnswer(one) || one.path("subtype").asString("").equals("thread_broadcast"))
                .toList();
        return page("messages", top, query);
    }

    private Said replies(Map<String, String> query) {
        String thread = query.getOrDefault("ts", "");
        BigDecimal oldest = new BigDecimal(query.getOrDefault("oldest", "0"));
        List<ObjectNode> all = channels.getOrDefault(query.get("channel"), List.of());
        List<ObjectNode> whole = all.stream()
                .filter(one -> ts(one).equals(thread)
                        || one.path("thread_ts").asString("").equals(thread)
                                && new BigDecimal(ts(one)).compareTo(oldest) > 0)
                .toList();
        return whole.isEmpty() ? declined("thread_not_found") : page("messages", whole, query);
    }

    private Said post(Asked asked) {
        var body = JSON.readTree(asked.body());
        ObjectNode parent = JSON.createObjectNode();
        channel(body.path("channel").asString("")).stream()
                .filter(one -> ts(one).equals(body.path("thread_ts").asString("")))
                .forEach(one -> parent.put("ts", ts(one)));
        ObjectNode said = say(body.path("channel").asString(), body.path("text").asString());
        said.put("user", US)
                .put("bot_id", "B1")
                .put("thread_ts", parent.path("ts").asString(""));
        return Said.ok("{\"ok\":true,\"channel\":\"C2\",\"ts\":\"" + ts(said) + "\"}");
    }

    private Said page(String name, List<ObjectNode> all, Map<String, String> query) {
        String cursor = query.getOrDefault("cursor", "");
        if (!cursor.isEmpty() && !cursor.startsWith("bmV4dDo=")) {
            return declined("invalid_cursor");
        }
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(8));
        int to = Math.min(all.size(), from + Math.min(most, Integer.parseInt(query.getOrDefault("limit", "100"))));
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        answer.putArray(name).addAll(all.subList(Math.min(from, to), to));
        answer.put("has_more", to < all.size());
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "bmV4dDo=" + to : "");
        return Said.ok(answer.toString());
    }

    private static boolean isAnswer(ObjectNode message) {
        String thread = message.path("thread_ts").asString("");
        return !thread.isEmpty() && !thread.equals(ts(message));
    }

    private static Said declined(String error) {
        return Said.ok("{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private static Map<String, String> query(String query) {
        return Arrays.stream(query.split("&"))
                .filter(one -> one.contains("="))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1], (one, other) -> other));
    }
}

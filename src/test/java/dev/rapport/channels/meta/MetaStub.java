package dev.rapport.channels.meta;

import dev.rapport.channels.StubPlace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Graph API as its documents have it: lists are newest first and go on with {@code paging.cursors.after} as long as there is a
 * {@code paging.next}, times are written with {@code +0000}, and errors have codes.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/feed/">page, feed</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/object/comments">comments</a>
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/conversations">conversations</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-api/guides/comment-moderation">Instagram, comments</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/results">paging</a>
 */
public final class MetaStub extends StubPlace {

    public static final String TOKEN = "good";

    /** The page and the account. */
    public static final String US = "77";

    static final String POST = "77_9";
    static final String PICTURE = "1790";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    /** What each list holds, in the order it came. */
    private final Map<String, List<ObjectNode>> lists = new HashMap<>();

    /** Paths the token has no right to. */
    final Set<String> forbidden = new HashSet<>();

    int most = 100;
    private int last;

    public MetaStub() {
        ObjectNode post = thing(POST, 172_800).put("message", "Our new lamp");
        post.putObject("from").put("id", US).put("name", "Solvane");
        list("/77/feed").add(post);
        list("/77/media").add(thing(PICTURE, 172_800).put("comments_count", 0));
    }

    List<ObjectNode> list(String path) {
        return lists.computeIfAbsent(path, any -> new ArrayList<>());
    }

    /** A comment of a visitor below a post. */
    public ObjectNode comment(String text) {
        return comment(POST, "500", text);
    }

    ObjectNode comment(String post, String author, String text) {
        ObjectNode comment =
                thing(post.substring(post.indexOf('_') + 1) + "_" + ++last, 0).put("message", text);
        comment.putObject("from").put("id", author).put("name", "Leila");
        list("/" + post + "/comments").add(comment);
        list("/77/feed").stream().filter(one -> id(one).equals(post)).forEach(one -> one.put("updated_time", time(0)));
        return comment;
    }

    /** A comment below a picture. */
    public ObjectNode below(String text) {
        return below(PICTURE, "500", text);
    }

    ObjectNode below(String picture, String author, String text) {
        ObjectNode comment = thing("18" + ++last, 0).put("text", text);
        comment.putObject("from").put("id", author).put("username", "leila");
        list("/" + picture + "/comments").add(comment);
        counted(picture);
        return comment;
    }

    ObjectNode answer(ObjectNode comment, String author, String text) {
        ObjectNode answer = thing("18" + ++last, 0).put("text", text);
        answer.putObject("from").put("id", author).put("username", "leila");
        comment.withObject("replies").withArray("data").add(answer);
        counted(PICTURE);
        return answer;
    }

    private void counted(String picture) {
        list("/77/media").stream()
                .filter(one -> id(one).equals(picture))
                .forEach(one ->
                        one.put("comments_count", one.path("comments_count").asInt() + 1));
    }

    /** What somebody writes to us. */
    public ObjectNode write(String node, String person, String text) {
        return write(node, person, person, text);
    }

    ObjectNode write(String node, String person, String author, String text) {
        ObjectNode message = thing("m_" + ++last, 0).put("message", text);
        message.putObject("from").put("id", author).put("name", "Leila");
        message.putObject("to").putArray("data").addObject().put("id", author.equals(US) ? person : US);
        List<ObjectNode> conversations = list("/" + node + "/conversations");
        conversations.removeIf(one -> id(one).equals("t_" + person));
        conversations.add(thing("t_" + person, 0));
        list("/t_" + person + "/messages").add(message);
        return message;
    }

    int received(String text) {
        return (int) lists.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.path("from").path("id").asString("").equals(US))
                .filter(one -> one.path("message")
                        .asString(one.path("text").asString(""))
                        .equals(text))
                .count();
    }

    /** As webhooks bring a comment on a post. */
    public static String delivered(ObjectNode comment) {
        return """
                {"object":"page","entry":[{"id":"77","time":1,"changes":[{"field":"feed","value":{"item":"comment","verb":"add",
                  "comment_id":"%s","post_id":"%s","parent_id":"%s","from":%s,"message":%s,"created_time":%d}}]}]}
                """.formatted(
                        id(comment),
                        POST,
                        POST,
                        comment.path("from"),
                        comment.path("message"),
                        GraphTime.seconds(comment.path("created_time")));
    }

    /** As webhooks bring a comment below a picture. */
    public static String deliveredBelow(ObjectNode comment) {
        return """
                {"object":"instagram","entry":[{"id":"77","time":1,"changes":[{"field":"comments","value":
                  {"id":"%s","text":%s,"from":%s,"media":{"id":"%s"}}}]}]}
                """.formatted(id(comment), comment.path("text"), comment.path("from"), PICTURE);
    }

    /** As webhooks bring a direct message. */
    public static String delivered(String object, ObjectNode message) {
        return """
                {"object":"%s","entry":[{"id":"77","time":1,"messaging":[{"sender":%s,"recipient":{"id":"77"},
                  "timestamp":%d,"message":{"mid":"%s","text":%s}}]}]}
                """.formatted(
                        object,
                        message.path("from"),
                        GraphTime.seconds(message.path("created_time")) * 1_000,
                        id(message),
                        message.path("message"));
    }

    static String id(ObjectNode thing) {
        return thing.path("id").asString();
    }

    private ObjectNode thing(String id, long secondsAgo) {
        String time = time(secondsAgo);
        return JSON.createObjectNode()
                .put("id", id)
                .put("created_time", time)
                .put("updated_time", time)
                .put("timestamp", time);
    }

    private static String time(long secondsAgo) {
        return FORM.format(Instant.now().minusSeconds(secondsAgo));
    }

    @Override
    protected Said answer(Asked asked) {
        if (!("Bearer " + TOKEN).equals(asked.headers().get("authorization"))) {
            return error(190, "expired");
        }
        if (forbidden.contains(asked.path())) {
            return error(10, "Application does not have permission for this action");
        }
        if (asked.method().equals("POST")) {
            return post(asked);
        }
        return asked.path().matches("/\\d+")
                ? Said.ok("{\"name\":\"Solvane\",\"username\":\"solvane\",\"display_phone_number\":\"15550001\"}")
                : page(asked);
    }

    private Said page(Asked asked) {
        Map<String, String> query = Arrays.stream(asked.query().split("&"))
                .filter(one -> one.contains("="))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        String after = query.getOrDefault("after", "");
        if (!after.isEmpty() && !after.startsWith("QVF")) {
            return error(100, "Invalid cursors values");
        }
        List<ObjectNode> all = list(asked.path()).reversed();
        int from = Math.min(all.size(), after.isEmpty() ? 0 : Integer.parseInt(after.substring(3)));
        int to = Math.min(all.size(), from + Math.min(most, Integer.parseInt(query.getOrDefault("limit", "25"))));
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("data").addAll(all.subList(from, to));
        ObjectNode paging = answer.putObject("paging");
        paging.putObject("cursors").put("before", "QVF" + from).put("after", "QVF" + to);
        if (to < all.size()) {
            paging.put("next", address() + asked.path() + "?after=QVF" + to);
        }
        return Said.ok(answer.toString());
    }

    private Said post(Asked asked) {
        if (asked.body().contains("whatsapp")) {
            return Said.ok("{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}");
        }
        if (asked.path().endsWith("/messages")) {
            return Said.ok("{\"recipient_id\":\"500\",\"message_id\":\"m_out\"}");
        }
        String words = JSON.readTree(asked.body()).path("message").asString();
        ObjectNode made = thing("9_" + ++last, 0).put("message", words).put("text", words);
        made.putObject("from").put("id", US);
        list(asked.path()).add(made);
        return Said.ok("{\"id\":\"" + id(made) + "\"}");
    }

    private static Said error(int code, String message) {
        return Said.of(
                400, "{\"error\":{\"message\":\"" + message + "\",\"type\":\"OAuthException\",\"code\":" + code + "}}");
    }
}

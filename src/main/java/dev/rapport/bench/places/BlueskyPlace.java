package dev.rapport.bench.places;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks as Bluesky's do (docs.bsky.app): lists newest first with cursors, records under keys, sessions that run
 * out with a 400, and keys to refresh them that are good once.
 */
public final class BlueskyPlace extends PlaceServer {

    public static final String PASSWORD = "good-password";
    public static final String US = "did:plc:support";
    private static final String POST = "app.bsky.feed.post";

    private record Post(
            String uri,
            String cid,
            String did,
            JsonNode record,
            Instant at,
            @Nullable String reason) {}

    private final Books books;
    private final List<Post> all = new ArrayList<>();
    private final Map<String, Post> byUri = new HashMap<>();
    private final List<String> nonsense = new ArrayList<>();
    private final List<Post> ours = new ArrayList<>();
    private String access = "";
    private String refresh = "";
    private int number;
    private int signIns;

    public BlueskyPlace(int port, Books books) {
        super(port);
        this.books = books;
    }

    /** Somebody mentions us. Returns the post's address. */
    public synchronized String mention(String words) {
        books.said(words);
        return add("did:plc:amira", words, "mention").uri;
    }

    public synchronized void mentionNonsense() {
        nonsense.add(add("did:plc:amira", "", "mention").uri);
    }

    /** Somebody says something without naming us. */
    public synchronized String say(String words) {
        return add("did:plc:bruno", words, null).uri;
    }

    public synchronized void edit(String uri, String words) {
        Post old = post(uri);
        Post now = new Post(uri, cid(words), old.did, record(words, old.at), old.at, old.reason);
        all.set(all.indexOf(old), now);
        byUri.put(uri, now);
    }

    public synchronized void delete(String uri) {
        all.remove(post(uri));
        byUri.remove(uri);
    }

    /** The session runs out now. */
    public synchronized void endSession() {
        access = "gone";
    }

    /** How often somebody signed in with the password. */
    public synchronized int signIns() {
        return signIns;
    }

    /** Our posts: words, and what they answer. */
    public synchronized List<String> ours() {
        return ours.stream()
                .map(one -> one.record.path("text").asString("") + "|"
                        + one.record.path("reply").path("parent").path("uri").asString(""))
                .toList();
    }

    @Override
    protected Said keyRanOut() {
        return Said.json(400, Map.of("error", "ExpiredToken", "message", "Token has expired"));
    }

    @Override
    protected synchronized Said answer(Asked asked) {
        String method = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        return switch (method) {
            case "account" -> Said.json(200, books.account(failed()));
            case "com.atproto.server.createSession" -> signIn(asked);
            case "com.atproto.server.refreshSession" -> refreshed(asked);
            default ->
                access.isEmpty() || !asked.bearer().equals(access)
                        ? Said.json(
                                400, Map.of("error", asked.bearer().startsWith("a") ? "ExpiredToken" : "InvalidToken"))
                        : signedIn(method, asked);
        };
    }

    private Said signIn(Asked asked) {
        if (!asked.json().path("password").asString("").equals(PASSWORD)) {
            return Said.json(
                    401, Map.of("error", "AuthenticationRequired", "message", "Invalid identifier or password"));
        }
        signIns++;
        return session();
    }

    private Said refreshed(Asked asked) {
        if (refresh.isEmpty() || !asked.bearer().equals(refresh)) {
            return Said.json(400, Map.of("error", "ExpiredToken", "message", "Token has been revoked"));
        }
        return session();
    }

    private Said session() {
        number++;
        access = "a" + number;
        refresh = "r" + number;
        return Said.json(
                200, Map.of("accessJwt", access, "refreshJwt", refresh, "did", US, "handle", "support.example.com"));
    }

    private Said signedIn(String method, Asked asked) {
        return switch (method) {
            case "com.atproto.server.getSession" -> Said.json(200, Map.of("did", US, "handle", "support.example.com"));
            case "app.bsky.notification.listNotifications" ->
                list(
                        asked,
                        "notifications",
                        all.stream().filter(one -> one.reason != null).toList());
            case "app.bsky.feed.searchPosts" -> {
                String words = asked.one("q", "");
                yield list(
                        asked,
                        "posts",
                        all.stream()
                                .filter(one ->
                                        one.record.path("text").asString("").contains(words))
                                .toList());
            }
            case "app.bsky.feed.getPosts" ->
                Said.json(
                        200,
                        Map.of(
                                "posts",
                                asked.all("uris").stream()
                                        .filter(byUri::containsKey)
                                        .map(uri -> shown(post(uri)))
                                        .toList()));
            case "com.atproto.repo.putRecord" -> put(asked.json());
            case "com.atproto.repo.deleteRecord" -> {
                byUri.remove(address(asked.json()));
                yield Said.json(200, Map.of());
            }
            case "com.atproto.repo.getRecord" -> {
                Post found = byUri.get("at://" + asked.one("repo", "") + "/" + asked.one("collection", "") + "/"
                        + asked.one("rkey", ""));
                yield found == null
                        ? Said.json(400, Map.of("error", "RecordNotFound", "message", "Could not locate record"))
                        : Said.json(200, Map.of("uri", found.uri, "cid", found.cid, "value", found.record));
            }
            default -> Said.json(501, Map.of("error", "MethodNotImplemented"));
        };
    }

    private Said list(Asked asked, String name, List<Post> from) {
        int limit = Integer.parseInt(asked.one("limit", "50"));
        String cursor = asked.one("cursor", "");
        int end = cursor.isEmpty() ? from.size() : firstNotBefore(from, Long.parseLong(cursor));
        int start = Math.max(0, end - limit);
        List<Map<String, Object>> page =
                from.subList(start, end).reversed().stream().map(this::shown).toList();
        Map<String, Object> answer = new LinkedHashMap<>(Map.of(name, page));
        if (start > 0) {
            answer.put("cursor", Long.toString(numberOf(from.get(start))));
        }
        return Said.json(200, answer)
                .with("RateLimit-Limit", "3000")
                .with("RateLimit-Remaining", "2900")
                .with(
                        "RateLimit-Reset",
                        Long.toString(Instant.now().plusSeconds(300).getEpochSecond()));
    }

    private static int firstNotBefore(List<Post> from, long number) {
        int low = 0;
        int high = from.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numberOf(from.get(middle)) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long numberOf(Post post) {
        return Long.parseLong(post.uri.substring(post.uri.lastIndexOf("/p") + 2));
    }

    private Said put(JsonNode given) {
        String uri = address(given);
        JsonNode record = given.path("record");
        Post old = byUri.get(uri);
        Post now = new Post(uri, cid(record.toString()), given.path("repo").asString(""), record, Instant.now(), null);
        byUri.put(uri, now);
        boolean isPost = given.path("collection").asString("").equals(POST);
        if (isPost && old == null) {
            ours.add(now);
            books.received(record.path("text").asString(""));
        }
        return Said.json(200, Map.of("uri", uri, "cid", now.cid));
    }

    private static String address(JsonNode given) {
        return "at://" + given.path("repo").asString("") + "/"
                + given.path("collection").asString("") + "/"
                + given.path("rkey").asString("");
    }

    private Post add(String did, String words, @Nullable String reason) {
        number++;
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String uri = "at://" + did + "/" + POST + "/p" + number;
        Post post = new Post(uri, cid(words + number), did, record(words, at), at, reason);
        all.add(post);
        byUri.put(uri, post);
        return post;
    }

    private Post post(String uri) {
        Post found = byUri.get(uri);
        if (found == null) {
            throw new IllegalArgumentException("No post " + uri);
        }
        return found;
    }

    private static JsonNode record(String words, Instant at) {
        return JsonMapper.shared()
                .valueToTree(Map.of("$type", POST, "text", words, "createdAt", at.toString(), "langs", List.of("en")));
    }

    private Map<String, Object> shown(Post post) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("uri", post.uri);
        shown.put("cid", post.cid);
        shown.put("indexedAt", post.at.toString());
        shown.put(
                "author",
                Map.of(
                        "did",
                        post.did,
                        "handle",
                        post.did.replaceFirst(".*:", "") + ".example.com",
                        "displayName",
                        "Amira"));
        if (!nonsense.contains(post.uri)) {
            shown.put("record", post.record);
        }
        if (post.reason != null) {
            shown.put("reason", post.reason);
            shown.put("isRead", false);
        }
        return shown;
    }

    private static String cid(String content) {
        return "cid" + Integer.toHexString(content.hashCode());
    }
}

package dev.rapport.channels.reddit;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Listings, newest first, and what is looked up by name. From https://www.reddit.com/dev/api: {@code #listings},
 * {@code #GET_new}, {@code #GET_comments} of a subreddit, {@code #GET_message_{where}}, {@code #GET_api_info},
 * {@code #GET_api_v1_me}, {@code #GET_search} of links and {@code #GET_user_{username}_{where}}, each with the scope it names there. What
 * {@code q} finds is Reddit's secret: here a post that holds all of its words. Which of after and
 * before counts when both are sent is not said ("only one should be specified"): the first does here.
 */
final class RedditReads {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ACCOUNT = Pattern.compile("/user/([\\w-]+)/(overview|comments)");
    private static final Pattern SUBREDDIT = Pattern.compile("/r/(\\w+)/(new|comments)");

    private final RedditStub place;

    RedditReads(RedditStub place) {
        this.place = place;
    }

    /** What an app must be allowed to; null where nothing is served. */
    static @Nullable String scope(String method, String path) {
        if (method.equals("POST")) {
            return path.equals("/api/comment") ? "submit" : null;
        }
        return switch (path) {
            case "/api/v1/me" -> "identity";
            case "/message/inbox", "/message/unread", "/message/mentions", "/message/sent" -> "privatemessages";
            case "/api/info", "/search" -> "read";
            default ->
                SUBREDDIT.matcher(path).matches()
                        ? "read"
                        : ACCOUNT.matcher(path).matches() ? "history" : null;
        };
    }

    Said answer(Asked asked, String path) {
        Parameters query = Parameters.of(asked);
        return switch (path) {
            case "/api/v1/me" -> me();
            case "/api/info" -> info(query);
            case "/message/inbox" -> inbox(query, thing -> true);
            case "/message/unread" -> inbox(query, thing -> thing.isNew);
            case "/message/mentions" -> inbox(query, thing -> "username_mention".equals(thing.arrival));
            case "/message/sent" ->
                listing(query, thing -> thing.kind.equals("t4") && thing.author.equals(RedditStub.ME), true);
            case "/search" -> search(query);
            default -> path.startsWith("/user/") ? account(query, path) : subreddit(query, path);
        };
    }

    private Said search(Parameters query) {
        boolean isOfPosts =
                query.get("type").equals("link") && query.get("sort").equals("new");
        List<String> words = List.of(query.get("q").toLowerCase(Locale.ROOT).split(" "));
        return isOfPosts
                ? listing(query, thing -> thing.kind.equals("t3") && holds(thing, words), false)
                : RedditStub.refusal(404, "Not Found");
    }

    private static boolean holds(RedditThing post, List<String> words) {
        String all = (post.title + " " + post.words()).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    /** All that somebody wrote for everybody, or their comments alone. */
    private Said account(Parameters query, String path) {
        Matcher route = ACCOUNT.matcher(path);
        if (!route.matches()) {
            return RedditStub.refusal(404, "Not Found");
        }
        boolean isAll = route.group(2).equals("overview");
        return listing(
                query,
                thing -> thing.author.equals(route.group(1))
                        && (thing.kind.equals("t1") || isAll && thing.kind.equals("t3")),
                false);
    }

    private static Said me() {
        ObjectNode answer = JSON.createObjectNode().put("id", "1w72").put("name", RedditStub.ME);
        return Said.ok(answer.put("created_utc", new BigDecimal("1550000000.0")).toString());
    }

    private Said subreddit(Parameters query, String path) {
        Matcher route = SUBREDDIT.matcher(path);
        if (!route.matches()) {
            return RedditStub.refusal(404, "Not Found");
        }
        String kind = route.group(2).equals("new") ? "t3" : "t1";
        return listing(
                query, thing -> thing.kind.equals(kind) && thing.subreddit.equalsIgnoreCase(route.group(1)), false);
    }

    private Said inbox(Parameters query, Predicate<RedditThing> which) {
        return listing(query, which.and(thing -> thing.arrival != null), true);
    }

    private Said listing(Parameters query, Predicate<RedditThing> which, boolean inInbox) {
        int limit = Math.clamp(query.number("limit", 25), 1, 100);
        List<RedditThing> all = place.newestFirst().stream()
                .filter(which.and(RedditThing::isListed))
                .limit(place.depth)
                .toList();
        List<RedditThing> slice = slice(all, query, limit);
        String after = slice.isEmpty() || slice.getLast() == all.getLast()
                ? null
                : slice.getLast().name();
        return Said.ok(RedditPayloads.listing(slice, after, inInbox).toString());
    }

    private static List<RedditThing> slice(List<RedditThing> all, Parameters query, int limit) {
        boolean older = query.has("after");
        if (!older && !query.has("before")) {
            return all.subList(0, Math.min(limit, all.size()));
        }
        int anchor = all.stream().map(RedditThing::name).toList().indexOf(query.get(older ? "after" : "before"));
        if (anchor < 0) {
            return List.of();
        }
        return older
                ? all.subList(anchor + 1, Math.min(anchor + 1 + limit, all.size()))
                : all.subList(Math.max(0, anchor - limit), anchor);
    }

    private Said info(Parameters query) {
        List<String> names = query.list("id");
        if (names.size() > 100) {
            return Said.of(
                    400,
                    "{\"explanation\": \"you provided too many ids\", \"message\": \"Bad Request\","
                            + " \"reason\": \"TOO_MANY_THING_IDS\", \"error\": 400}");
        }
        List<RedditThing> found = names.stream()
                .filter(name -> !name.startsWith("t4_"))
                .map(place::find)
                .filter(Objects::nonNull)
                .toList();
        return Said.ok(RedditPayloads.listing(found, null, false).toString());
    }
}

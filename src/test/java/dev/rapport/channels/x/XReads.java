package dev.rapport.channels.x;

import static dev.rapport.channels.x.XPost.User.SOLVANE;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What X shows. From https://docs.x.com/x-api/posts/timelines/integrate (mentions, at most 800; newest wording; nothing
 * beyond the limit, and no error), https://docs.x.com/x-api/posts/search/integrate/paginate (seven days),
 * https://docs.x.com/x-api/posts/lookup/quickstart, https://docs.x.com/x-api/users/lookup/introduction and
 * https://docs.x.com/x-api/fundamentals/pagination. Not found in the pages: the words in which an unknown parameter and
 * a {@code since_id} older than seven days are refused (as developers report them); {@code previous_token} is not played.
 */
final class XReads {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> SHAPES =
            Set.of("tweet.fields", "user.fields", "media.fields", "poll.fields", "place.fields", "expansions");
    private static final Set<String> SLICES = Set.of("max_results", "since_id", "until_id", "start_time", "end_time");
    private static final Duration SEARCHABLE = Duration.ofDays(7);

    /** Where a page begins, and of what it is a page. */
    private record Token(String path, long before) {}

    private final XStub place;
    private final Map<String, Token> pages = new HashMap<>();

    XReads(XStub place) {
        this.place = place;
    }

    Said answer(String route, Asked asked, Parameters query) {
        Said wrong = wrongShape(query);
        if (wrong != null) {
            return wrong;
        }
        return switch (route) {
            case "GET /2/users/me" -> me(query);
            case "GET /2/tweets" -> lookup(query);
            case "GET /2/tweets/search/recent" -> search(asked, query);
            default -> timeline(asked, query);
        };
    }

    private Said me(Parameters query) {
        Said wrong = unknown(query, Set.of("user.fields", "expansions", "tweet.fields"));
        ObjectNode answer = JSON.createObjectNode();
        return wrong != null ? wrong : ok(answer.set("data", XPayloads.user(SOLVANE, query)));
    }

    private Said lookup(Parameters query) {
        List<String> ids = query.list("ids");
        Said wrong = unknown(query, with(SHAPES, "ids"));
        if (wrong != null) {
            return wrong;
        }
        if (ids.isEmpty() || ids.size() > 100) {
            return XProblems.invalid(
                    "ids",
                    query.get("ids"),
                    "The number of values in the `ids` query parameter list [" + ids.size()
                            + "] is not between 1 and 100");
        }
        for (String id : ids) {
            if (!id.matches("[0-9]{1,19}")) {
                return XProblems.invalid(
                        "ids", id, "The `ids` query parameter value [" + id + "] does not match ^[0-9]{1,19}$");
            }
        }
        List<XPost> found = new ArrayList<>();
        ArrayNode errors = JSON.createArrayNode();
        for (String id : ids) {
            XPost post = place.versions().get(Long.parseLong(id));
            if (post == null) {
                errors.add(XProblems.missing(id));
            } else {
                found.add(post);
            }
        }
        ObjectNode answer = XPayloads.page(found, place.versions(), query);
        return ok(errors.isEmpty() ? answer : answer.set("errors", errors));
    }

    private Said timeline(Asked asked, Parameters query) {
        if (!asked.path().contains(SOLVANE.id())) {
            return ok(XPayloads.page(List.of(), place.versions(), query)
                    .set("meta", JSON.createObjectNode().put("result_count", 0)));
        }
        boolean own = asked.path().endsWith("/tweets");
        Said wrong = unknown(query, with(SHAPES, SLICES, "pagination_token", "exclude"));
        if (wrong != null) {
            return wrong;
        }
        Stream<XPost> posts = place.latest()
                .filter(post -> own == post.author().equals(SOLVANE))
                .filter(post -> own || post.summons())
                .limit(own ? 3200 : place.depth)
                .filter(post -> !query.list("exclude").contains("replies") || post.answers() == null);
        return page(asked, query, posts, 5);
    }

    private Said search(Asked asked, Parameters query) {
        Said wrong = unknown(query, with(SHAPES, SLICES, "query", "next_token", "pagination_token", "sort_order"));
        if (wrong != null) {
            return wrong;
        }
        Instant begin = place.now().minus(SEARCHABLE);
        if (query.has("since_id") && !query.get("since_id").isEmpty() && id(query, "since_id") < XStub.idAt(begin)) {
            return XProblems.invalid(
                    "since_id",
                    query.get("since_id"),
                    "'since_id' must be a tweet id created after " + begin
                            + ". Please use a 'since_id' that is larger than " + XStub.idAt(begin));
        }
        boolean timed = query.has("since_id") || query.has("start_time") || query.has("end_time");
        Instant end = timed ? place.now() : place.now().minus(place.searchLag);
        try {
            Stream<XPost> posts = place.latest()
                    .filter(XQuery.of(query.get("query")))
                    .filter(post -> post.at().isAfter(begin) && !post.at().isAfter(end));
            return page(asked, query, posts, 10);
        } catch (XQuery.Refused refused) {
            return XProblems.invalid("query", query.get("query"), String.valueOf(refused.getMessage()));
        }
    }

    private Said page(Asked asked, Parameters query, Stream<XPost> posts, int least) {
        int max = query.number("max_results", 10);
        if (max < least || max > 100) {
            return XProblems.invalid(
                    "max_results",
                    query.get("max_results"),
                    "The `max_results` query parameter value [" + query.get("max_results") + "] is not between " + least
                            + " and 100");
        }
        String sent = query.has("next_token") ? query.get("next_token") : query.find("pagination_token");
        Token token = sent == null ? new Token(asked.path(), Long.MAX_VALUE) : pages.get(sent);
        if (token == null || !token.path().equals(asked.path())) {
            return XProblems.invalid("pagination_token", query.get("pagination_token"), "The token is not valid");
        }
        List<XPost> slice;
        try {
            slice = posts.filter(post -> post.id() < token.before())
                    .filter(post -> post.id() > id(query, "since_id"))
                    .filter(post -> !query.has("until_id") || post.id() < id(query, "until_id"))
                    .filter(post -> !query.has("start_time") || !post.at().isBefore(time(query, "start_time")))
                    .filter(post -> !query.has("end_time") || post.at().isBefore(time(query, "end_time")))
                    .limit(max + 1L)
                    .toList();
        } catch (NumberFormatException | DateTimeParseException e) {
            return XProblems.invalid("since_id", query.get("since_id"), "A parameter does not match its pattern");
        }
        return ok(withMeta(asked, query, slice, max));
    }

    private ObjectNode withMeta(Asked asked, Parameters query, List<XPost> slice, int max) {
        List<XPost> shown = slice.subList(0, Math.min(max, slice.size()));
        ObjectNode answer = XPayloads.page(shown, place.versions(), query);
        ObjectNode meta = answer.putObject("meta").put("result_count", shown.size());
        if (!shown.isEmpty()) {
            meta.put("newest_id", Long.toString(shown.getFirst().id()));
            meta.put("oldest_id", Long.toString(shown.getLast().id()));
        }
        if (slice.size() > max) {
            String name = "7140dibdnow9c7btw" + Integer.toString(pages.size() + 46_656, 36);
            pages.put(name, new Token(asked.path(), shown.getLast().id()));
            meta.put("next_token", name);
        }
        return answer;
    }

    private static @Nullable Said wrongShape(Parameters query) {
        Map<String, Set<String>> known = Map.of(
                "tweet.fields", XPayloads.TWEET_FIELDS,
                "user.fields", XPayloads.USER_FIELDS,
                "expansions", XPayloads.EXPANSIONS);
        for (var shape : known.entrySet()) {
            for (String value : query.list(shape.getKey())) {
                if (!shape.getValue().contains(value)) {
                    return XProblems.invalid(
                            shape.getKey(),
                            value,
                            "The `" + shape.getKey() + "` query parameter value [" + value + "] is not one of ["
                                    + String.join(",", new TreeSet<>(shape.getValue())) + "]");
                }
            }
        }
        return null;
    }

    private static @Nullable Said unknown(Parameters query, Set<String> known) {
        return query.others(known).stream()
                .findFirst()
                .map(name -> XProblems.invalid(
                        name,
                        query.get(name),
                        "The query parameter [" + name + "] is not one of " + new TreeSet<>(known)))
                .orElse(null);
    }

    private static Set<String> with(Set<String> shapes, String... names) {
        Set<String> all = new TreeSet<>(shapes);
        all.addAll(List.of(names));
        return all;
    }

    private static Set<String> with(Set<String> shapes, Set<String> slices, String... names) {
        Set<String> all = with(shapes, names);
        all.addAll(slices);
        return all;
    }

    private static long id(Parameters query, String name) {
        return query.has(name) ? Long.parseLong(query.get(name)) : 0;
    }

    private static Instant time(Parameters query, String name) {
        return Instant.parse(query.get(name));
    }

    private static Said ok(Object answer) {
        return Said.ok(answer.toString());
    }
}

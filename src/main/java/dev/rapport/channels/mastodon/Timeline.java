package dev.rapport.channels.mastodon;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a timeline page by page: forward by {@code min_id} where the server knows it, else from the newest back to what is
 * known. Which of the two is found out at the beginning and kept in the cursor.
 */
final class Timeline {

    private static final int PAGE = 40;
    private static final String BEGINNING = "0";

    /** Some items, oldest first. */
    record Slice(
            List<JsonNode> items,
            MastodonCursor next,
            boolean more,
            @Nullable Limits limits) {}

    private final MastodonApi api;
    private final String path;
    private final String[] query;
    private @Nullable Limits limits;

    Timeline(MastodonApi api, String path, String... query) {
        this.api = api;
        this.path = path;
        this.query = query;
    }

    Slice next(@Nullable MastodonCursor after, From from) {
        if (after == null) {
            return begin(from);
        }
        WalkBack walk = after.walk();
        return walk == null ? forward(after.min()) : back(walk, from);
    }

    private Slice begin(From from) {
        List<JsonNode> newest = page();
        if (newest.isEmpty()) {
            return new Slice(List.of(), new MastodonCursor(BEGINNING, null), false, limits);
        }
        List<String> ids = ids(newest);
        String top = ids.isEmpty() ? BEGINNING : ids.getFirst();
        if (knowsMin(top)) {
            return switch (from) {
                case NOW -> new Slice(List.of(), new MastodonCursor(top, null), false, limits);
                case LATEST -> new Slice(newest.reversed(), new MastodonCursor(top, null), false, limits);
                case BEGINNING -> forward(BEGINNING);
            };
        }
        WalkBack walk = WalkBack.START.after(ids, last(ids), from != From.BEGINNING);
        List<JsonNode> items = from == From.NOW ? List.of() : newest.reversed();
        return new Slice(items, new MastodonCursor(top, walk), walk.goesOn(), limits);
    }

    /** A server that goes forward has nothing behind its newest item, or something new; one that does not repeats it. */
    private boolean knowsMin(String top) {
        return page("min_id", top).stream().noneMatch(item -> id(item).equals(top));
    }

    private Slice forward(String min) {
        List<JsonNode> items = new ArrayList<>(page("min_id", min));
        if (ids(items).contains(min)) {
            return back(new WalkBack(List.of(min), List.of(), null), From.BEGINNING);
        }
        if (items.isEmpty()) {
            return new Slice(List.of(), new MastodonCursor(min, null), false, limits);
        }
        if (isNewestFirst(items)) {
            Collections.reverse(items);
        }
        String newest = last(ids(items));
        // A short page may still be followed by another: servers leave out what was deleted or is hidden from us.
        return new Slice(items, new MastodonCursor(newest == null ? min : newest, null), newest != null, limits);
    }

    private Slice back(WalkBack walk, From from) {
        String older = walk.back();
        List<JsonNode> page = older == null ? page() : page("max_id", older);
        List<String> ids = ids(page);
        boolean onlyFirst = walk.neverFinished() && from != From.BEGINNING;
        WalkBack next = walk.after(ids, last(ids), onlyFirst);
        List<JsonNode> items = new ArrayList<>(page);
        items.removeIf(item -> walk.knows(id(item)));
        Collections.reverse(items);
        String top = next.known().isEmpty() ? BEGINNING : next.known().getFirst();
        return new Slice(items, new MastodonCursor(top, next), next.goesOn(), limits);
    }

    private List<JsonNode> page(String... place) {
        List<String> all = new ArrayList<>(List.of(query));
        all.addAll(List.of("limit", Integer.toString(PAGE)));
        all.addAll(List.of(place));
        Answer answer = api.get(path, all.toArray(String[]::new));
        limits = answer.limits() == null ? limits : answer.limits();
        JsonNode json = answer.json();
        JsonNode list = json.isObject() && json.has("statuses") ? json.path("statuses") : json;
        if (!list.isArray()) {
            throw new Fault.Broken(api.host() + " answered with something that is no list.");
        }
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(Timeline::id).filter(id -> !id.isEmpty()).toList();
    }

    private static @Nullable String last(List<String> ids) {
        return ids.isEmpty() ? null : ids.getLast();
    }

    private static boolean isNewestFirst(List<JsonNode> items) {
        return at(items.getFirst()).compareTo(at(items.getLast())) >= 0;
    }

    private static String at(JsonNode item) {
        return item.path("created_at").asString("");
    }

    static String id(JsonNode item) {
        return item.path("id").asString("");
    }
}

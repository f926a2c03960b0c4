package dev.rapport.bench.places;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** A server that speaks Mastodon's API (docs.joinmastodon.org), in the ways in which such servers contradict each other. */
public final class MastodonPlace extends PlaceServer {

    /** How it differs from Mastodon itself. */
    public enum Habit {
        IGNORES_MIN_ID,
        LISTS_OLDEST_FIRST,
        SAYS_NO_LIMITS,
        POSTS_TWICE,
        IDS_ARE_DATES,
        ONE_WITHOUT_LIMIT,
        KNOWS_NO_MANY,
        KNOWS_NO_SEARCH
    }

    public static final String TOKEN = "good-token";
    private static final String US = "support";

    private record Status(
            String id,
            String uri,
            String account,
            String words,
            String visibility,
            Instant at,
            @Nullable Instant editedAt,
            @Nullable String inReplyTo) {}

    private final Set<Habit> habits;
    private final Books books;
    private final List<Status> all = new ArrayList<>();
    private final Map<String, Status> byId = new HashMap<>();
    private final List<Status> mentions = new ArrayList<>();
    private final List<Map<String, Object>> broken = new ArrayList<>();
    private final Map<String, Status> byKey = new HashMap<>();
    private int number;
    private int limitLeft = 300;

    public MastodonPlace(int port, Books books, Habit... habits) {
        super(port);
        this.books = books;
        this.habits = habits.length == 0 ? EnumSet.noneOf(Habit.class) : EnumSet.of(habits[0], habits);
    }

    /** Somebody mentions us. Returns the server's id of it. */
    public synchronized String mention(String words) {
        return mention("amira", words, "public", null);
    }

    public synchronized String mention(String account, String words, String visibility, @Nullable String answered) {
        Status status = add(account, words, visibility, answered);
        mentions.add(status);
        books.said(words);
        return status.id;
    }

    /** Somebody mentions us in a way that makes no sense. */
    public synchronized void mentionNonsense() {
        Status status = add("amira", "", "public", null);
        mentions.add(status);
        broken.add(Map.of("id", status.id));
    }

    /** Somebody says something without mentioning us. */
    public synchronized String say(String words) {
        return add("bruno", words, "public", null).id;
    }

    public synchronized void edit(String id, String words) {
        Status old = status(id);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        replace(old, new Status(id, old.uri, old.account, words, old.visibility, old.at, at, old.inReplyTo));
    }

    public synchronized void delete(String id) {
        Status old = status(id);
        all.remove(old);
        byId.remove(id);
        mentions.remove(old);
    }

    public synchronized String uriOf(String id) {
        return status(id).uri;
    }

    /** What we wrote there: visibility, words and what it answers. */
    public synchronized List<String> ours() {
        return all.stream()
                .filter(one -> one.account.equals(US))
                .map(one -> one.visibility + "|" + one.words + "|" + one.inReplyTo)
                .toList();
    }

    /** From now on this many calls are left of 300. */
    public synchronized void leave(int calls) {
        limitLeft = calls;
    }

    @Override
    protected synchronized Said answer(Asked asked) {
        if (asked.path().equals("/account")) {
            return Said.json(200, books.account(failed()));
        }
        if (!asked.bearer().equals(TOKEN)) {
            return keyRanOut();
        }
        Said said = asked.method().equals("POST")
                ? post(asked)
                : asked.method().equals("DELETE") ? remove(asked) : get(asked);
        if (habits.contains(Habit.SAYS_NO_LIMITS)) {
            return said;
        }
        return said.with("X-RateLimit-Limit", "300")
                .with("X-RateLimit-Remaining", Integer.toString(limitLeft))
                .with("X-RateLimit-Reset", Instant.now().plusSeconds(60).toString());
    }

    private Said get(Asked asked) {
        String path = asked.path();
        if (path.equals("/api/v1/accounts/verify_credentials")) {
            return Said.json(200, account(US));
        }
        if (path.equals("/api/v1/accounts/lookup")) {
            return Said.json(200, account(asked.one("acct", "").replaceFirst("@.*", "")));
        }
        if (path.equals("/api/v1/notifications")) {
            return Said.json(
                    200, page(asked, mentions).stream().map(this::notification).toList());
        }
        if (path.startsWith("/api/v1/timelines/tag/")) {
            String tag = "#" + path.substring(path.lastIndexOf('/') + 1);
            return statuses(
                    asked, all.stream().filter(one -> one.words.contains(tag)).toList());
        }
        if (path.matches("/api/v1/accounts/[^/]+/statuses")) {
            String name = path.split("/", -1)[4].replaceFirst("account-", "");
            return statuses(
                    asked, all.stream().filter(one -> one.account.equals(name)).toList());
        }
        if (path.equals("/api/v2/search")) {
            return search(asked);
        }
        if (path.equals("/api/v1/statuses") && !habits.contains(Habit.KNOWS_NO_MANY)) {
            return Said.json(
                    200,
                    asked.all("id[]").stream()
                            .filter(byId::containsKey)
                            .map(id -> json(status(id)))
                            .toList());
        }
        if (path.startsWith("/api/v1/statuses/")) {
            Status found = byId.get(path.substring(path.lastIndexOf('/') + 1));
            return found == null ? notFound() : Said.json(200, json(found));
        }
        return notFound();
    }

    private Said search(Asked asked) {
        if (habits.contains(Habit.KNOWS_NO_SEARCH)) {
            return notFound();
        }
        String wanted = asked.one("q", "");
        List<Status> found = wanted.startsWith("http")
                ? all.stream().filter(one -> one.uri.equals(wanted)).toList()
                : page(
                        asked,
                        all.stream().filter(one -> one.words.contains(wanted)).toList());
        return Said.json(200, Map.of("statuses", found.stream().map(this::json).toList()));
    }

    private Said post(Asked asked) {
        JsonNode given = asked.json();
        String key = asked.headers().getOrDefault("idempotency-key", "");
        Status known = byKey.get(key);
        if (known != null && !habits.contains(Habit.POSTS_TWICE)) {
            return Said.json(200, json(known));
        }
        String words = given.path("status").asString("");
        String answered = given.path("in_reply_to_id").asString("");
        if (words.codePointCount(0, words.length()) > 500) {
            return Said.json(422, Map.of("error", "Validation failed: Text character limit of 500 exceeded"));
        }
        Status status =
                add(US, words, given.path("visibility").asString("public"), answered.isEmpty() ? null : answered);
        books.received(words);
        byKey.put(key, status);
        return Said.json(200, json(status));
    }

    private Said remove(Asked asked) {
        delete(asked.path().substring(asked.path().lastIndexOf('/') + 1));
        return Said.json(200, Map.of());
    }

    private Said statuses(Asked asked, List<Status> from) {
        return Said.json(200, page(asked, from).stream().map(this::json).toList());
    }

    /** {@code min_id}: those right behind it; {@code max_id}: those right before it; else the newest. */
    private List<Status> page(Asked asked, List<Status> from) {
        boolean unlimited = !asked.query().containsKey("limit");
        int limit =
                unlimited && habits.contains(Habit.ONE_WITHOUT_LIMIT) ? 1 : Integer.parseInt(asked.one("limit", "20"));
        String min = habits.contains(Habit.IGNORES_MIN_ID) ? "" : asked.one("min_id", "");
        String max = asked.one("max_id", "");
        List<Status> page = new ArrayList<>();
        if (!min.isEmpty()) {
            int start = firstAfter(from, min);
            page.addAll(from.subList(start, Math.min(start + limit, from.size())));
        } else {
            int end = max.isEmpty() ? from.size() : firstNotBefore(from, max);
            page.addAll(from.subList(Math.max(0, end - limit), end));
        }
        if (!habits.contains(Habit.LISTS_OLDEST_FIRST) || min.isEmpty()) {
            Collections.reverse(page);
        }
        return page;
    }

    private static int firstAfter(List<Status> from, String id) {
        int at = firstNotBefore(from, id);
        return at < from.size() && from.get(at).id.equals(id) ? at + 1 : at;
    }

    private static int firstNotBefore(List<Status> from, String id) {
        int low = 0;
        int high = from.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(from.get(middle).id, id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Ids grow; those that are numbers grow as numbers. */
    private static int compare(String one, String other) {
        boolean numbers = Character.isDigit(other.charAt(0)) && !other.contains("-");
        return numbers && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }

    private Status add(String account, String words, String visibility, @Nullable String answered) {
        number++;
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = habits.contains(Habit.IDS_ARE_DATES)
                ? String.format("2026-01-01T00:00:00-%09d", number)
                : Long.toString(110_000_000_000_000_000L + number);
        Status status = new Status(
                id, uri() + "/users/" + account + "/statuses/" + id, account, words, visibility, at, null, answered);
        all.add(status);
        byId.put(id, status);
        return status;
    }

    private Status status(String id) {
        Status found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No status " + id);
        }
        return found;
    }

    private void replace(Status old, Status now) {
        Collections.replaceAll(all, old, now);
        Collections.replaceAll(mentions, old, now);
        byId.put(now.id, now);
    }

    private Map<String, Object> notification(Status status) {
        boolean nonsense = broken.stream().anyMatch(one -> status.id.equals(one.get("id")));
        Map<String, Object> shown = nonsense ? Map.of("id", status.id, "uri", status.uri) : json(status);
        return Map.of(
                "id",
                status.id,
                "type",
                "mention",
                "created_at",
                status.at.toString(),
                "account",
                account(status.account),
                "status",
                shown);
    }

    private Map<String, Object> json(Status status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", status.id);
        json.put("uri", status.uri);
        json.put("url", status.uri);
        json.put("created_at", status.at.toString());
        json.put("edited_at", status.editedAt == null ? null : status.editedAt.toString());
        json.put("in_reply_to_id", status.inReplyTo);
        json.put("visibility", status.visibility);
        json.put("language", "en");
        json.put("content", "<p>" + HtmlUtils.htmlEscape(status.words, "UTF-8").replace("\n", "<br>") + "</p>");
        json.put("spoiler_text", "");
        json.put("account", account(status.account));
        json.put("mentions", List.of());
        json.put("media_attachments", List.of());
        json.put("favourites_count", 0);
        json.put("reblogs_count", 0);
        json.put("replies_count", 0);
        return json;
    }

    private Map<String, Object> account(String name) {
        return Map.of(
                "id",
                "account-" + name,
                "username",
                name,
                "acct",
                name,
                "uri",
                uri() + "/users/" + name,
                "url",
                uri() + "/@" + name,
                "display_name",
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                "note",
                "",
                "followers_count",
                12,
                "bot",
                false);
    }

    private static Said notFound() {
        return Said.json(404, Map.of("error", "Record not found"));
    }
}

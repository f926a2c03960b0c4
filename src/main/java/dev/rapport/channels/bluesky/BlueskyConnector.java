package dev.rapport.channels.bluesky;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import dev.rapport.channels.spi.Sent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts on Bluesky: mentions, replies and quotes in, replies out, words, hashtags, accounts and lists to listen to.
 * Settings: {@code server}, {@code account}, {@code did}, {@code take} (new, latest, all). Secret: {@code password}, an app
 * password.
 */
@Component
public class BlueskyConnector implements Connector {

    private static final int CHARACTERS = 300;
    private static final int TOGETHER = 25;
    private static final Set<String> SAID_TO_US = Set.of("mention", "reply", "quote");

    private final Calls calls;
    private final Clock clock;

    public BlueskyConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "bluesky";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, false, false, CHARACTERS);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        BlueskyApi api = new BlueskyApi(calls, inbox);
        NewestFirst.Slice slice = new BlueskyLists(
                        api,
                        "app.bsky.notification.listNotifications",
                        "reasons",
                        "mention",
                        "reasons",
                        "reply",
                        "reasons",
                        "quote")
                .next(after, From.of(inbox));
        List<JsonNode> said = slice.items().stream()
                .filter(one -> SAID_TO_US.contains(one.path("reason").asString("")))
                .toList();
        return page(withPictures(api, said), slice, null);
    }

    @Override
    public Set<Search.Kind> searches() {
        return EnumSet.of(Search.Kind.WORDS, Search.Kind.HASHTAG, Search.Kind.ACCOUNT, Search.Kind.LIST);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        BlueskyApi api = new BlueskyApi(calls, inbox);
        NewestFirst.Slice slice = list(api, search).next(after, From.LATEST);
        return page(slice.items(), slice, place(search));
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return new WritesPosts(new BlueskyApi(calls, inbox)).send(reply);
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.of(new WritesPosts(new BlueskyApi(calls, inbox)).find(reply));
    }

    @Override
    public Optional<String> idOf(Connection inbox, Reply reply) {
        return Optional.ofNullable(inbox.setting("did"))
                .map(did -> new AtUri(did, AtUri.POST, Tid.of(reply)).toString());
    }

    @Override
    public Health probe(Connection inbox) {
        return new ProbesBluesky(new BlueskyApi(calls, inbox)).probe();
    }

    @Override
    public Health prove(Connection inbox, Duration atMost) {
        return new ProbesBluesky(new BlueskyApi(calls, inbox)).prove();
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    @Override
    public List<Item> lookAgain(Connection inbox, List<Known> heard) {
        BlueskyApi api = new BlueskyApi(calls, inbox);
        Map<String, JsonNode> now = posts(api, heard.stream().map(Known::id).toList());
        ReadsPosts reads = new ReadsPosts(null, clock.instant());
        List<Item> changed = new ArrayList<>();
        for (Known known : heard) {
            JsonNode post = now.get(known.id());
            if (post == null) {
                if (isGone(api, known.id())) {
                    changed.add(new Item.Read(known.deleted()));
                }
            } else if (!post.path("cid").asString("").equals(known.revision())) {
                changed.add(new Item.Read(reads.heard(post, Heard.Kind.EDITED)));
            }
        }
        return changed;
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        try {
            return new ReadsPosts(null, clock.instant())
                    .item(JsonMapper.shared().readTree(kept.raw()));
        } catch (JacksonException e) {
            return kept;
        }
    }

    @Override
    public String host(Connection inbox) {
        return new BlueskyApi(calls, inbox).host();
    }

    private Page page(List<JsonNode> posts, NewestFirst.Slice slice, @Nullable Place place) {
        ReadsPosts reads = new ReadsPosts(place, clock.instant());
        List<Item> items = posts.stream().map(reads::item).toList();
        return new Page(items, Cursors.of(slice.next()), slice.more(), slice.limits());
    }

    /** Notifications leave out where the pictures are; the posts themselves say it. */
    private static List<JsonNode> withPictures(BlueskyApi api, List<JsonNode> notifications) {
        List<String> illustrated = notifications.stream()
                .filter(one -> one.path("record").has("embed"))
                .map(BlueskyLists::id)
                .toList();
        Map<String, JsonNode> whole = posts(api, illustrated);
        return notifications.stream()
                .map(one -> whole.getOrDefault(BlueskyLists.id(one), one))
                .toList();
    }

    private static Map<String, JsonNode> posts(BlueskyApi api, List<String> uris) {
        Map<String, JsonNode> found = new HashMap<>();
        for (int from = 0; from < uris.size(); from += TOGETHER) {
            List<String> query = new ArrayList<>();
            uris.subList(from, Math.min(from + TOGETHER, uris.size()))
                    .forEach(uri -> query.addAll(List.of("uris", uri)));
            api.get("app.bsky.feed.getPosts", query.toArray(String[]::new))
                    .json()
                    .path("posts")
                    .forEach(post -> found.put(BlueskyLists.id(post), post));
        }
        return found;
    }

    /** Posts are also left out when their author blocks us or is away: gone are those whose record is. */
    private static boolean isGone(BlueskyApi api, String id) {
        try {
            return AtUri.of(id)
                    .map(uri ->
                            api.record(uri.repo(), uri.collection(), uri.key()).isEmpty())
                    .orElse(false);
        } catch (Fault.Refused unknown) {
            return false;
        }
    }

    private static BlueskyLists list(BlueskyApi api, Search search) {
        String query = search.query().strip();
        return switch (search.kind()) {
            case WORDS -> new BlueskyLists(api, "app.bsky.feed.searchPosts", "q", query, "sort", "latest");
            case HASHTAG ->
                new BlueskyLists(
                        api, "app.bsky.feed.searchPosts", "q", "#" + query.replaceFirst("^#", ""), "sort", "latest");
            case ACCOUNT -> new BlueskyLists(api, "app.bsky.feed.getAuthorFeed", "actor", query.replaceFirst("^@", ""));
            case LIST -> new BlueskyLists(api, "app.bsky.feed.getListFeed", "list", query);
            case FEED, COMMUNITY, VIDEO -> throw search.elsewhere();
        };
    }

    private static @Nullable Place place(Search search) {
        String query = search.query().strip();
        return switch (search.kind()) {
            case HASHTAG -> new Place("hashtag", query.replaceFirst("^#", "").toLowerCase(Locale.ROOT), query);
            case LIST -> new Place("list", query, null);
            default -> null;
        };
    }
}

package dev.rapport.channels.mastodon;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.paging.From;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts on Mastodon and servers that speak its API: mentions and direct messages in, replies out, hashtags, lists,
 * accounts and words to listen to. Settings: {@code server}, {@code take} (new, latest, all). Secret: {@code token}.
 */
@Component
public class MastodonConnector implements Connector {

    private static final int CHARACTERS = 500;

    private final Calls calls;
    private final Clock clock;

    public MastodonConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "mastodon";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, true, false, CHARACTERS);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        MastodonApi api = new MastodonApi(calls, inbox);
        Timeline mentions = new Timeline(api, "/api/v1/notifications", "types[]", "mention");
        Timeline.Slice slice = mentions.next(MastodonCursor.of(after), From.of(inbox));
        List<JsonNode> statuses = new ArrayList<>();
        for (JsonNode notification : slice.items()) {
            if (notification.path("type").asString("").equals("mention")) {
                statuses.add(notification.path("status"));
            }
        }
        return page(api, statuses, slice, null);
    }

    @Override
    public Set<Search.Kind> searches() {
        return EnumSet.of(Search.Kind.WORDS, Search.Kind.HASHTAG, Search.Kind.ACCOUNT, Search.Kind.LIST);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        MastodonApi api = new MastodonApi(calls, inbox);
        Timeline.Slice slice = timeline(api, search).next(MastodonCursor.of(after), From.LATEST);
        List<JsonNode> said = slice.items().stream()
                .filter(status -> !status.path("reblog").isObject())
                .toList();
        return page(api, said, slice, place(search));
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return new WritesStatuses(new MastodonApi(calls, inbox)).send(reply);
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return new WritesStatuses(new MastodonApi(calls, inbox)).find(reply);
    }

    @Override
    public Health probe(Connection inbox) {
        return new ProbesMastodon(new MastodonApi(calls, inbox)).probe();
    }

    @Override
    public Health prove(Connection inbox, Duration atMost) {
        return new ProbesMastodon(new MastodonApi(calls, inbox)).prove(atMost);
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    @Override
    public List<Item> lookAgain(Connection inbox, List<Known> heard) {
        MastodonApi api = new MastodonApi(calls, inbox);
        List<String> ids =
                heard.stream().map(Known::local).filter(id -> id != null).toList();
        Map<String, Optional<JsonNode>> now = Statuses.byId(api, ids);
        List<Item> changed = new ArrayList<>();
        for (Known known : heard) {
            Optional<JsonNode> status = now.get(String.valueOf(known.local()));
            if (status == null) {
                continue;
            }
            if (status.isEmpty()) {
                changed.add(new Item.Read(known.deleted(), known.local()));
            } else if (!status.get().path("edited_at").asString("").equals(known.revision())) {
                Map<String, String> parents = Parents.of(api, List.of(status.get()));
                changed.add(
                        new Item.Read(reads(api, parents, null).heard(status.get(), Heard.Kind.EDITED), known.local()));
            }
        }
        return changed;
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        try {
            JsonNode status = JsonMapper.shared().readTree(kept.raw());
            return reads(new MastodonApi(calls, inbox), Map.of(), null).item(status);
        } catch (JacksonException e) {
            return kept;
        }
    }

    @Override
    public String host(Connection inbox) {
        return new MastodonApi(calls, inbox).host();
    }

    private Page page(MastodonApi api, List<JsonNode> statuses, Timeline.Slice slice, @Nullable Place place) {
        ReadsStatuses reads = reads(api, Parents.of(api, statuses), place);
        List<Item> items = statuses.stream().map(reads::item).toList();
        return new Page(items, slice.next().toCursor(), slice.more(), slice.limits());
    }

    private ReadsStatuses reads(MastodonApi api, Map<String, String> parents, @Nullable Place place) {
        return new ReadsStatuses(api.host(), parents, place, clock.instant());
    }

    private static Timeline timeline(MastodonApi api, Search search) {
        String query = search.query().strip();
        return switch (search.kind()) {
            case HASHTAG -> new Timeline(api, "/api/v1/timelines/tag/" + segment(query.replaceFirst("^#", "")));
            case LIST -> new Timeline(api, "/api/v1/timelines/list/" + segment(query));
            case ACCOUNT ->
                new Timeline(api, "/api/v1/accounts/" + account(api, query) + "/statuses", "exclude_reblogs", "true");
            case WORDS -> new Timeline(api, "/api/v2/search", "type", "statuses", "q", query);
            case FEED, COMMUNITY, VIDEO -> throw search.elsewhere();
        };
    }

    private static String account(MastodonApi api, String handle) {
        return api.find("/api/v1/accounts/lookup", "acct", handle.replaceFirst("^@", ""))
                .map(Timeline::id)
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new Fault.Refused(api.host() + " knows no account “" + handle + "”."));
    }

    /** What stands between two slashes of a path: nothing that could lead elsewhere. */
    private static String segment(String given) {
        if (given.isEmpty()
                || given.contains("/")
                || given.contains("\\")
                || given.contains("{")
                || given.startsWith(".")) {
            throw new Fault.Refused("“" + given + "” cannot be listened to.");
        }
        return given;
    }

    private static @Nullable Place place(Search search) {
        String query = search.query().strip();
        return switch (search.kind()) {
            case HASHTAG ->
                new Place("hashtag", query.replaceFirst("^#", "").toLowerCase(java.util.Locale.ROOT), query);
            case LIST -> new Place("list", query, null);
            default -> null;
        };
    }
}

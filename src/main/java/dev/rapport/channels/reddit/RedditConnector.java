package dev.rapport.channels.reddit;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import dev.rapport.channels.spi.Sent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * An account on Reddit: answers, mentions and private messages in, answers out, communities, accounts and words to listen to.
 * Settings: {@code account}, {@code oauth.client}, {@code take} (new, latest, all). Secrets: those of
 * {@link dev.rapport.channels.oauth.OAuthKeys}.
 */
@Component
public class RedditConnector implements Connector {

    private static final int CHARACTERS = 10_000;

    private final Calls calls;
    private final Clock clock;

    public RedditConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "reddit";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, true, false, CHARACTERS);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        WalkBack walk = Cursors.read(after, WalkBack.class, WalkBack.START);
        NewestFirst.Slice slice =
                Listing.of(api(inbox), "/message/inbox", "mark", "false").next(walk, From.of(inbox));
        return new Page(items(slice.items()), Cursors.of(slice.next()), slice.more(), slice.limits());
    }

    @Override
    public Set<Search.Kind> searches() {
        return EnumSet.of(Search.Kind.COMMUNITY, Search.Kind.WORDS, Search.Kind.ACCOUNT);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        Listened.Walks walks = Cursors.read(after, Listened.Walks.class, Listened.Walks.START);
        Listened.Found found = Listened.of(search, api(inbox)).next(walks);
        return new Page(items(found.elements()), Cursors.of(found.next()), found.more(), found.limits());
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return new WritesComments(api(inbox)).send(reply);
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return new WritesComments(api(inbox)).find(reply);
    }

    @Override
    public Health probe(Connection inbox) {
        return new ProbesReddit(api(inbox)).probe();
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    /** Private messages are not changed; of what Reddit does not show, nothing is known. */
    @Override
    public List<Item> lookAgain(Connection inbox, List<Known> heard) {
        Map<String, Known> known = heard.stream()
                .filter(one -> one.visibility() == Heard.Visibility.PUBLIC)
                .collect(Collectors.toMap(Known::id, Function.identity()));
        List<Item> changed = new ArrayList<>();
        if (known.isEmpty()) {
            return changed;
        }
        JsonNode found = api(inbox)
                .get("/api/info", "id", String.join(",", known.keySet()))
                .json()
                .path("data")
                .path("children");
        for (JsonNode element : found) {
            Known before = known.get(ReadsThings.id(element));
            if (before != null && reads().item(element) instanceof Item.Read now) {
                became(before, now).ifPresent(changed::add);
            }
        }
        return changed;
    }

    private static Optional<Item> became(Known before, Item.Read now) {
        if (now.heard().kind() == Heard.Kind.DELETED) {
            return Optional.of(new Item.Read(before.deleted()));
        }
        return now.heard().revision().equals(before.revision()) ? Optional.empty() : Optional.of(now);
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        return reads().again(kept);
    }

    private List<Item> items(List<JsonNode> elements) {
        ReadsThings reads = reads();
        return elements.stream().map(reads::item).toList();
    }

    private ReadsThings reads() {
        return new ReadsThings(clock.instant());
    }

    private RedditApi api(Connection inbox) {
        return new RedditApi(calls, clock, inbox);
    }
}

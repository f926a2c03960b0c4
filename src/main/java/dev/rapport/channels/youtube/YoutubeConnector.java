package dev.rapport.channels.youtube;

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
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import dev.rapport.channels.spi.Sent;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A YouTube channel: comments below its videos and the answers to them in, answers out, other channels and videos to listen to.
 * Settings: {@code oauth.client}, {@code did} (the channel's id), {@code take} (new, latest, all). Secrets: those of
 * {@link dev.rapport.channels.oauth.OAuthKeys}.
 */
@Component
public class YoutubeConnector implements Connector {

    private static final int CHARACTERS = 10_000;
    private static final Duration REST = Duration.ofMinutes(5);

    /** What a page of threads may cost whose answers are asked for one by one. */
    private static final int PAGE_AT_MOST = 60;

    private final Calls calls;
    private final Clock clock;

    public YoutubeConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "youtube";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, false, false, CHARACTERS);
    }

    /** Every five minutes, so that a day's quota lasts. */
    @Override
    public Optional<Duration> rest(Connection inbox) {
        return Optional.of(REST);
    }

    /** New threads first, page by page; then the threads that were busy last, for what was answered there. */
    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        YoutubeApi api = api(inbox);
        YoutubeCursor cursor = Cursors.read(after, YoutubeCursor.class, YoutubeCursor.START);
        if (api.quota().leftForReading() < PAGE_AT_MOST) {
            return new Page(List.of(), Cursors.of(cursor), false, api.quota().limits());
        }
        return cursor.isWatching() ? answers(api, cursor) : threads(api, cursor, channel(inbox, api), From.of(inbox));
    }

    @Override
    public Set<Search.Kind> searches() {
        return EnumSet.of(Search.Kind.ACCOUNT, Search.Kind.VIDEO);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        YoutubeApi api = api(inbox);
        Listened listened = Listened.of(search, api);
        Threads threads = threads(api);
        WalkBack walk = Cursors.read(after, WalkBack.class, WalkBack.START);
        NewestFirst.Slice slice = threads.next(listened.filter(), listened.value(), walk, From.LATEST);
        return new Page(
                items(threads, slice.items()),
                Cursors.of(slice.next()),
                slice.more(),
                api.quota().limits());
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return writes(inbox).send(reply);
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return writes(inbox).find(reply);
    }

    @Override
    public Health probe(Connection inbox) {
        return new ProbesYoutube(api(inbox)).probe();
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    @Override
    public List<Item> lookAgain(Connection inbox, List<Known> heard) {
        return new LooksAgain(api(inbox), reads()).look(heard);
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        return reads().again(kept);
    }

    private Page threads(YoutubeApi api, YoutubeCursor cursor, String channel, From from) {
        Threads threads = threads(api);
        NewestFirst.Slice slice = threads.next("allThreadsRelatedToChannelId", channel, cursor.walk(), from);
        YoutubeCursor next = cursor.found(slice.next(), Threads.watched(slice.items()));
        return page(api, items(threads, slice.items()), next);
    }

    private Page answers(YoutubeApi api, YoutubeCursor cursor) {
        Threads threads = threads(api);
        List<JsonNode> changed = threads.changed(cursor.due());
        List<Item> items = changed.stream()
                .flatMap(thread -> threads.answers(thread).stream())
                .toList();
        return page(api, items, cursor.looked(Threads.watched(changed)));
    }

    private static Page page(YoutubeApi api, List<Item> items, YoutubeCursor next) {
        boolean more = next.walk().goesOn() || next.isWatching();
        return new Page(items, Cursors.of(next), more, api.quota().limits());
    }

    private static List<Item> items(Threads threads, List<JsonNode> found) {
        return found.stream().flatMap(thread -> threads.items(thread).stream()).toList();
    }

    private WritesComments writes(Connection inbox) {
        YoutubeApi api = api(inbox);
        return new WritesComments(api, threads(api), channel(inbox, api));
    }

    private static String channel(Connection inbox, YoutubeApi api) {
        String known = inbox.setting("did");
        return known == null || known.isEmpty() ? ReadsComments.id(ProbesYoutube.ours(api)) : known;
    }

    private Threads threads(YoutubeApi api) {
        return new Threads(api, reads());
    }

    private ReadsComments reads() {
        return new ReadsComments(clock.instant());
    }

    private YoutubeApi api(Connection inbox) {
        return new YoutubeApi(calls, clock, inbox);
    }
}

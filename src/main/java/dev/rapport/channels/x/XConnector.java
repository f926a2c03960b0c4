package dev.rapport.channels.x;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.paging.From;
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

/**
 * An account on X: mentions in, answers out, words, hashtags and accounts to listen to, all within the day's budget. Settings:
 * {@code oauth.client}, {@code did} (the account's number), {@code reads} and {@code writes} (posts a day), {@code take} (new,
 * latest, all). Secrets: those of {@link dev.rapport.channels.oauth.OAuthKeys}; X changes the refresh token at each renewal.
 */
@Component
public class XConnector implements Connector {

    /** X is asked for no more than this, and it refuses to be asked for less. */
    private static final int FEWEST_MENTIONS = 5;

    private static final int FEWEST_FOUND = 10;

    /** An answer without posts costs nothing. */
    private static final Duration REST = Duration.ofMinutes(2);

    private static final Duration ALL = Duration.ofDays(36_500);

    /** A search goes back seven days and refuses to be asked for what is behind an older post. */
    private static final Duration WEEK = Duration.ofDays(7).minusHours(1);

    private final Calls calls;
    private final Clock clock;

    public XConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "x";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, false, false, WeightedLength.MOST);
    }

    @Override
    public Optional<Duration> rest(Connection inbox) {
        return Optional.of(REST);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        XApi api = api(inbox);
        String mentions = "/2/users/" + us(inbox, api) + "/mentions";
        return new Timeline(api, mentions, FEWEST_MENTIONS, ALL, clock.instant(), List.of())
                .next(after, From.of(inbox));
    }

    @Override
    public Set<Search.Kind> searches() {
        return EnumSet.of(Search.Kind.WORDS, Search.Kind.HASHTAG, Search.Kind.ACCOUNT);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        String query = query(search) + " -is:retweet";
        return new Timeline(
                        api(inbox),
                        "/2/tweets/search/recent",
                        FEWEST_FOUND,
                        WEEK,
                        clock.instant(),
                        List.of("query", query))
                .next(after, From.LATEST);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        return new WritesPosts(api(inbox)).send(reply);
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        XApi api = api(inbox);
        return new WritesPosts(api).find(reply, us(inbox, api));
    }

    @Override
    public Health probe(Connection inbox) {
        return new ProbesX(api(inbox)).probe();
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    @Override
    public List<Item> lookAgain(Connection inbox, List<Known> heard) {
        return new LooksAgain(api(inbox), clock.instant()).look(heard);
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        return new ReadsPosts(clock.instant()).again(kept);
    }

    private static String query(Search search) {
        String query = search.query().strip();
        return switch (search.kind()) {
            case WORDS -> "(" + query + ")";
            case HASHTAG -> "#" + query.replaceFirst("^#", "");
            case ACCOUNT -> "from:" + query.replaceFirst("^@", "");
            case LIST, FEED, COMMUNITY, VIDEO -> throw search.elsewhere();
        };
    }

    private static String us(Connection inbox, XApi api) {
        String known = inbox.setting("did");
        return known == null || known.isEmpty() ? ReadsPosts.id(api.me()) : known;
    }

    private XApi api(Connection inbox) {
        return new XApi(calls, clock, inbox);
    }
}

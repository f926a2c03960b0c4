package dev.rapport.channels.feed;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.text.Fingerprint;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Feeds: asked only whether they changed, entries known by their own ids, edits by their words. Settings: {@code url},
 * {@code every} (an ISO duration between two readings).
 */
@Component
public class FeedConnector implements Connector {

    static final String NETWORK = "feed";

    private static final Duration USUALLY = Duration.ofMinutes(15);
    private static final int MOST_BYTES = 10 << 20;

    private final Calls calls;
    private final Clock clock;

    public FeedConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "feed";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, false, false, false, null);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        return read(inbox.required("url"), after);
    }

    @Override
    public Set<Search.Kind> searches() {
        return EnumSet.of(Search.Kind.FEED);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        return read(search.query(), after);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        throw new Fault.Refused("Nothing can be answered in a feed.");
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.empty();
    }

    @Override
    public Health probe(Connection inbox) {
        String url = inbox.required("url");
        try {
            Page page = read(url, null);
            return Health.of(List.of(new Health.Step(
                    "feed.read",
                    true,
                    List.of(uri(url).getHost(), Integer.toString(page.items().size())))));
        } catch (Fault e) {
            return Health.of(
                    List.of(new Health.Step("feed.read", false, List.of(url, String.valueOf(e.getMessage())))));
        }
    }

    @Override
    public Optional<Duration> rest(Connection inbox) {
        String given = inbox.setting("every");
        try {
            return Optional.of(given == null || given.isBlank() ? USUALLY : Duration.parse(given));
        } catch (DateTimeException e) {
            return Optional.of(USUALLY);
        }
    }

    @Override
    public String host(Connection inbox) {
        return uri(inbox.required("url")).getHost();
    }

    private Page read(String url, @Nullable Cursor after) {
        FeedCursor before = FeedCursor.of(after);
        Call call = Call.get(uri(url))
                .with("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
                .with("If-None-Match", before.etag())
                .with("If-Modified-Since", before.modified())
                .atMost(MOST_BYTES);
        Answer answer = calls.follow(call);
        if (answer.status() == 304) {
            return new Page(List.of(), before.toCursor(), false);
        }
        if (!answer.isOk()) {
            throw calls.refusal(call, answer);
        }
        if (answer.isCut()) {
            throw new Fault.Refused("The feed is larger than 10 MB.");
        }
        String hash = Fingerprint.of(answer.body());
        String etag = answer.header("ETag");
        String modified = answer.header("Last-Modified");
        if (hash.equals(before.hash())) {
            return new Page(List.of(), new FeedCursor(etag, modified, hash, before.seen()).toCursor(), false);
        }
        List<Item> items =
                new ReadsEntries(uri(url), clock.instant()).items(answer.body(), answer.header("Content-Type"));
        FeedCursor next = new FeedCursor(etag, modified, hash, FeedCursor.marks(items));
        return new Page(before.unseen(items), next.toCursor(), false);
    }

    private static URI uri(String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for an address without a host.
        }
        throw new Fault.Refused("“" + url + "” is no web address.");
    }
}

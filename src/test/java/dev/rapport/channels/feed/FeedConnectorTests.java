package dev.rapport.channels.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.Failure;
import dev.rapport.bench.places.FeedPlace;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedConnectorTests extends ConnectorContract {

    private final FeedPlace place = new FeedPlace(0, new Books());
    private final FeedConnector connector = new FeedConnector(
            new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC(), Duration.ofSeconds(2)),
            Clock.systemUTC());
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable ServerSocket silent;

    @AfterEach
    void close() throws Exception {
        place.close();
        if (silent != null) {
            silent.close();
        }
    }

    @Test
    void feedThatHasNotChangedIsNotSentAgain() {
        place.publish("One");
        Cursor cursor = pull(null).cursor();

        assertThat(pull(cursor).items()).isEmpty();
        assertThat(place.unchanged()).isEqualTo(1);
    }

    @Test
    void atomIsReadAsRssIs() {
        place.publish("Fish & chips <now>");

        Heard heard = pull(at("/atom"), null).heard().getFirst();

        assertThat(heard.text()).isEqualTo("Fish & chips <now>");
        assertThat(heard.title()).isEqualTo("Entry 1");
        assertThat(heard.author().name()).isEqualTo("Amira");
        assertThat(heard.place()).satisfies(where -> assertThat(where.name()).isEqualTo("Harbour notes"));
    }

    @Test
    void feedThatHasMovedIsFollowed() {
        place.publish("One");

        assertThat(pull(at("/moved"), null).texts()).containsExactly("One");
    }

    @Test
    void documentThatGrowsOrReachesOutIsRefused() {
        assertThatThrownBy(() -> connector.fetch(at("/bomb"), null))
                .isInstanceOf(Fault.Broken.class)
                .hasMessageContaining("no feed");
    }

    @Test
    void privateNetworksAreNotAsked() {
        FeedConnector careful = new FeedConnector(
                new Calls(new PublicAddresses(new OutsideHosts("")), Clock.systemUTC()), Clock.systemUTC());

        assertThatThrownBy(() -> careful.fetch(inbox(), null)).isInstanceOf(Fault.Refused.class);
    }

    @Test
    void everyQuarterOfAnHourIsOftenEnough() {
        assertThat(connector.rest(inbox())).contains(Duration.ofMinutes(15));
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Connection inbox() {
        return at("/rss");
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return inbox();
    }

    @Override
    protected Connection inboxThatSaysNothing() throws Exception {
        ServerSocket socket = new ServerSocket(0);
        silent = socket;
        return new Connection(
                new InboxId(1), "Silent", Map.of("url", "http://127.0.0.1:" + socket.getLocalPort()), Map.of());
    }

    @Override
    protected void say(String text) {
        numbers.put(text, place.publish(text));
    }

    @Override
    protected void sayBroken() {
        place.publishNothing();
    }

    @Override
    protected int received(Reply reply) {
        return 0;
    }

    @Override
    protected String somebody() {
        return "nobody";
    }

    @Override
    protected boolean needsKey() {
        return false;
    }

    /** A feed shows its newest entries only. */
    @Override
    protected int many() {
        return 2_000;
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        place.failOnce("/rss", Failure.TOO_FAST);
        return true;
    }

    @Override
    protected Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public void edit(String text, String words) {
                place.edit(numbers.getOrDefault(text, 0), words);
            }

            @Override
            public void delete(String text) {
                // An entry that left the feed was not deleted: feeds forget.
            }
        });
    }

    private Connection at(String path) {
        return new Connection(new InboxId(1), "Notes", Map.of("url", place.uri() + path), Map.of());
    }
}

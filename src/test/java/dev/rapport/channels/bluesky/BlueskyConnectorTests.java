package dev.rapport.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.bench.places.BlueskyPlace;
import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.Failure;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Renewal;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlueskyConnectorTests extends ConnectorContract {

    private final BlueskyPlace place = new BlueskyPlace(0, new Books());
    private final BlueskyConnector connector = new BlueskyConnector(
            new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC(), Duration.ofSeconds(2)),
            Clock.systemUTC());
    private final Map<String, String> kept = new HashMap<>(Map.of("password", BlueskyPlace.PASSWORD));
    private final Map<String, String> uris = new HashMap<>();
    private @Nullable ServerSocket silent;

    @AfterEach
    void close() throws Exception {
        place.close();
        if (silent != null) {
            silent.close();
        }
    }

    @Test
    void sessionThatRanOutIsRefreshedAndNobodySignsInAgain() {
        pull(null);
        place.endSession();
        place.mention("Still there?");

        assertThat(pull(null).texts()).containsExactly("Still there?");
        assertThat(place.signIns()).isEqualTo(1);
    }

    @Test
    void refreshThatIsRefusedSignsInWithThePassword() {
        pull(null);
        kept.put("refresh", "used before");
        place.endSession();

        pull(null);

        assertThat(place.signIns()).isEqualTo(2);
    }

    @Test
    void replyThatIsSentTwiceIsThereOnce() {
        place.mention("Hello");
        Heard heard = pull(null).heard().getFirst();
        Reply reply = answer(heard, "Hello yourself, see https://example.com/help.");

        String first = connector.send(inbox(), reply).remoteId();
        String second = connector.send(inbox(), reply).remoteId();

        assertThat(second).isEqualTo(first).startsWith("at://" + BlueskyPlace.US + "/app.bsky.feed.post/");
        assertThat(place.ours()).containsExactly("Hello yourself, see https://example.com/help.|" + heard.id());
    }

    @Test
    void whetherAnUnsureReplyArrivedIsCertain() {
        Reply reply = reply("On its way");
        place.failOnce("putRecord", Failure.HANGS_UP);
        assertThatThrownBy(() -> connector.send(inbox(), reply)).isInstanceOf(Fault.Unsure.class);
        assertThat(connector.find(inbox(), reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isFalse());

        place.failOnce("putRecord", Failure.HANGS_UP_AFTERWARDS);
        assertThatThrownBy(() -> connector.send(inbox(), reply)).isInstanceOf(Fault.Unsure.class);
        assertThat(connector.find(inbox(), reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
    }

    @Test
    void authorIsKnownByWhatNeverChanges() {
        place.mention("Hello");

        Heard heard = pull(null).heard().getFirst();

        assertThat(heard.author().id()).isEqualTo("did:plc:amira");
        assertThat(heard.author().handle()).isEqualTo("amira.example.com");
        assertThat(heard.uri()).startsWith("https://bsky.app/profile/did:plc:amira/post/");
    }

    @Test
    void privateAnswerIsNotPublished() {
        Reply reply = new Reply(
                UUID.randomUUID(), List.of(), null, "Secret", null, List.of(), null, Visibility.PRIVATE, Instant.now());

        assertThatThrownBy(() -> connector.send(inbox(), reply)).isInstanceOf(Fault.Refused.class);
    }

    @Test
    void wordsAreListenedFor() {
        place.say("Rain over the harbour");
        place.say("Sun elsewhere");

        assertThat(connector
                        .search(inbox(), new Search(Search.Kind.WORDS, "harbour"), null)
                        .items())
                .hasSize(1);
    }

    @Test
    void proofLeavesNothingBehind() {
        assertThat(connector.prove(inbox(), Duration.ofSeconds(5)).works()).isTrue();
        assertThat(place.ours()).isEmpty();
    }

    @Test
    void keysAreSortableAndOfTheFormTheProtocolWants() {
        assertThat(Tid.text(0)).isEqualTo("2222222222222");
        assertThat(Tid.of(reply("x"))).matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    }

    @Test
    void linksAreFoundByTheirPlaceInBytes() {
        assertThat(RichText.facets("👋 https://example.com/a."))
                .singleElement()
                .satisfies(facet -> assertThat(facet.get("index")).isEqualTo(Map.of("byteStart", 5, "byteEnd", 26)));
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Connection inbox() {
        Renewal renewal = (name, stale, refresh) -> {
            kept.putAll(refresh.apply(Map.copyOf(kept)));
            return Map.copyOf(kept);
        };
        return new Connection(new InboxId(1), "Harbour", settings(), Map.copyOf(kept), renewal);
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return new Connection(new InboxId(1), "Harbour", settings(), Map.of("password", "old"));
    }

    @Override
    protected Connection inboxThatSaysNothing() throws Exception {
        ServerSocket socket = new ServerSocket(0);
        silent = socket;
        return new Connection(
                new InboxId(1),
                "Silent",
                Map.of("server", "http://127.0.0.1:" + socket.getLocalPort(), "account", "support.example.com"),
                Map.of("access", "a", "did", BlueskyPlace.US));
    }

    @Override
    protected void say(String text) {
        uris.put(text, place.mention(text));
    }

    @Override
    protected void sayBroken() {
        place.mentionNonsense();
    }

    @Override
    protected int received(Reply reply) {
        return (int) place.ours().stream()
                .filter(one -> one.startsWith(reply.text() + "|"))
                .count();
    }

    @Override
    protected String somebody() {
        return "did:plc:amira";
    }

    @Override
    protected Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        place.failOnce("listNotifications", Failure.TOO_FAST);
        return true;
    }

    @Override
    protected Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public void edit(String text, String words) {
                place.edit(uris.getOrDefault(text, ""), words);
            }

            @Override
            public void delete(String text) {
                place.delete(uris.getOrDefault(text, ""));
            }
        });
    }

    private Map<String, String> settings() {
        return Map.of("server", place.uri().toString(), "account", "support.example.com", "take", "all");
    }

    private static Reply answer(Heard heard, String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of(String.valueOf(heard.author().id())),
                null,
                text,
                heard.id(),
                List.of(),
                null,
                Visibility.PUBLIC,
                Instant.now());
    }
}

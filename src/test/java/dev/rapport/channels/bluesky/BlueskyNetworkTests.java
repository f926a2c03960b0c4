package dev.rapport.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.StartedServer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Renewal;
import dev.rapport.channels.spi.Reply;
import dev.rapport.postgres.DatabaseConnection;
import dev.rapport.postgres.TestServer;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The connector against a real Bluesky network of its own: a data server, an app view and a directory. */
@Tag("servers")
class BlueskyNetworkTests {

    private static final String SERVER = "http://127.0.0.1:2583";
    private static final String POST = "app.bsky.feed.post";
    private static final Calls CALLS = new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC());
    private static @Nullable StartedServer network;
    private static JsonNode alice =
            tools.jackson.databind.json.JsonMapper.shared().createObjectNode();

    private final BlueskyConnector connector = new BlueskyConnector(CALLS, Clock.systemUTC());
    private final Map<String, String> kept = new HashMap<>(Map.of("password", "hunter2"));

    @BeforeAll
    static void start() throws Exception {
        DatabaseConnection database = TestServer.newDatabase();
        network = StartedServer.start("bluesky", Duration.ofMinutes(4), BlueskyNetworkTests::isReady, url(database));
        alice = post(
                "com.atproto.server.createSession", null, Map.of("identifier", "alice.test", "password", "hunter2"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void mentionIsHeardAnsweredOnceAndSeenToBeDeleted() throws Exception {
        Connection bob = bob();
        Health health = connector.probe(bob);
        assertThat(health.works()).as(health.toString()).isTrue();
        Health proof = connector.prove(bob, Duration.ofSeconds(30));
        assertThat(proof.works()).as(proof.toString()).isTrue();

        String did = health.steps().getFirst().seen().get(1);
        String words = "👋 @bob.test is your lamp flickering? مرحبا " + UUID.randomUUID();
        String uri = mention(words, did);
        List<Heard> found = new ArrayList<>();
        Cursor cursor = until(() -> {
            Page page = connector.fetch(bob, null);
            found.clear();
            page.items().forEach(item -> found.add(((Item.Read) item).heard()));
            return found.stream().anyMatch(one -> one.id().equals(uri)) ? page.next() : null;
        });
        Heard heard =
                found.stream().filter(one -> one.id().equals(uri)).findFirst().orElseThrow();
        assertThat(heard.text()).isEqualTo(words);
        assertThat(heard.author().id()).isEqualTo(alice.path("did").asString(""));
        assertThat(heard.addressees()).contains(did);
        assertThat(connector.fetch(bob, cursor).items()).isEmpty();

        Reply reply = new Reply(
                UUID.randomUUID(),
                List.of(),
                null,
                "It is, see https://example.com/help",
                uri,
                List.of(),
                null,
                Visibility.PUBLIC,
                Instant.now());
        assertThat(connector.find(bob, reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isFalse());
        String first = connector.send(bob, reply).remoteId();
        String second = connector.send(bob, reply).remoteId();
        assertThat(second).isEqualTo(first);
        assertThat(connector.find(bob, reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
        until(() -> repliesTo(uri) == 1 ? Boolean.TRUE : null);

        Known known = new Known(heard.id(), heard.revision(), null, heard.author(), heard.visibility(), heard.saidAt());
        assertThat(connector.lookAgain(bob, List.of(known))).isEmpty();
        post(
                "com.atproto.repo.deleteRecord",
                alice.path("accessJwt").asString(""),
                Map.of(
                        "repo", alice.path("did").asString(""),
                        "collection", POST,
                        "rkey", uri.substring(uri.lastIndexOf('/') + 1)));
        List<Item> gone = until(() -> {
            List<Item> changed = connector.lookAgain(bob, List.of(known));
            return changed.isEmpty() ? null : changed;
        });
        assertThat(gone)
                .singleElement()
                .satisfies(item -> assertThat(((Item.Read) item).heard().kind()).isEqualTo(Heard.Kind.DELETED));
    }

    @Test
    void keyThatIsNoLongerGoodIsRefreshed() {
        connector.fetch(bob(), null);
        kept.put("access", "no.good.key");

        Page page = connector.fetch(bob(), null);

        assertThat(page.next()).isNotNull();
        assertThat(kept.get("access")).isNotEqualTo("no.good.key");
    }

    private Connection bob() {
        Renewal renewal = (name, stale, refresh) -> {
            kept.putAll(refresh.apply(Map.copyOf(kept)));
            return Map.copyOf(kept);
        };
        Map<String, String> settings = Map.of("server", SERVER, "account", "bob.test", "take", "all");
        return new Connection(new InboxId(1), "Bob", settings, Map.copyOf(kept), renewal);
    }

    private static String mention(String words, String did) {
        int start = words.substring(0, words.indexOf('@')).getBytes(StandardCharsets.UTF_8).length;
        Map<String, Object> facet = Map.of(
                "index", Map.of("byteStart", start, "byteEnd", start + "@bob.test".length()),
                "features", List.of(Map.of("$type", "app.bsky.richtext.facet#mention", "did", did)));
        Map<String, Object> record =
                Map.of("$type", POST, "text", words, "createdAt", Instant.now().toString(), "facets", List.of(facet));
        JsonNode made = post(
                "com.atproto.repo.createRecord",
                alice.path("accessJwt").asString(""),
                Map.of("repo", alice.path("did").asString(""), "collection", POST, "record", record));
        return made.path("uri").asString("");
    }

    private static int repliesTo(String uri) {
        String query = "?uris=" + URLEncoder.encode(uri, StandardCharsets.UTF_8);
        Call call = Call.get(URI.create(SERVER + "/xrpc/app.bsky.feed.getPosts" + query))
                .bearer(alice.path("accessJwt").asString(""));
        return CALLS.ok(call).json().path("posts").path(0).path("replyCount").asInt(-1);
    }

    private static JsonNode post(String method, @Nullable String token, Map<String, ?> input) {
        return CALLS.ok(Call.post(URI.create(SERVER + "/xrpc/" + method), input).bearer(token))
                .jsonIfAny();
    }

    /** The app view hears of posts a moment after the data server has them. */
    private static <T> T until(Supplier<@Nullable T> question) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(end)) {
            T answer = question.get();
            if (answer != null) {
                return answer;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("It did not come in time.");
    }

    /** The data server answers first, the accounts come last. */
    private static boolean isReady() {
        try {
            URI uri = URI.create(SERVER + "/xrpc/com.atproto.identity.resolveHandle?handle=bob.test");
            URI view = URI.create("http://127.0.0.1:2584/xrpc/_health");
            return CALLS.make(Call.get(uri)).isOk()
                    && CALLS.make(Call.get(view)).isOk();
        } catch (Fault notYet) {
            return false;
        }
    }

    private static String url(DatabaseConnection database) {
        URI jdbc = URI.create(database.url().replaceFirst("^jdbc:", ""));
        return "postgresql://" + database.user() + ":" + URLEncoder.encode(database.password(), StandardCharsets.UTF_8)
                + "@127.0.0.1:" + jdbc.getPort() + jdbc.getPath();
    }
}

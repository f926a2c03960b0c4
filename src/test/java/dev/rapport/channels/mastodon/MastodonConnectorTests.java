package dev.rapport.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.Failure;
import dev.rapport.bench.places.MastodonPlace;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Page;
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

class MastodonConnectorTests extends ConnectorContract {

    private final MastodonPlace place = new MastodonPlace(0, new Books());
    private final MastodonConnector connector = new MastodonConnector(
            new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC(), Duration.ofSeconds(2)),
            Clock.systemUTC());
    private final Map<String, String> ids = new HashMap<>();
    private @Nullable ServerSocket silent;

    @AfterEach
    void close() throws Exception {
        place.close();
        if (silent != null) {
            silent.close();
        }
    }

    @Test
    void directMessageIsPrivateAndItsAnswerToo() {
        String asked = place.mention("amira", "Where is my order?", "direct", null);
        Heard heard = pull(null).heard().getFirst();

        connector.send(inbox(), answer(heard, Visibility.PRIVATE, "On its way"));

        assertThat(heard.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(place.ours())
                .singleElement()
                .asString()
                .startsWith("direct|")
                .contains("On its way")
                .endsWith("|" + asked);
    }

    @Test
    void answerIsAsVisibleAsWhatItAnswersAndNamesTheAuthor() {
        place.mention("amira", "Nice weather", "unlisted", null);
        Heard heard = pull(null).heard().getFirst();

        connector.send(inbox(), answer(heard, Visibility.PUBLIC, "It is"));

        assertThat(place.ours()).singleElement().asString().startsWith("unlisted|@amira@127.0.0.1 It is|");
    }

    @Test
    void privateAnswerToSomethingPublicIsNotPublished() {
        place.mention("amira", "I have lost my password", "public", null);
        Heard heard = pull(null).heard().getFirst();

        connector.send(inbox(), answer(heard, Visibility.PRIVATE, "Here is how to get a new one"));

        assertThat(place.ours()).singleElement().asString().startsWith("direct|");
    }

    @Test
    void answerToWhatIsGoneIsRefused() {
        String id = place.mention("amira", "Forget it", "public", null);
        Heard heard = pull(null).heard().getFirst();
        place.delete(id);

        assertThatThrownBy(() -> connector.send(inbox(), answer(heard, Visibility.PUBLIC, "What?")))
                .isInstanceOf(Fault.Refused.class);
    }

    @Test
    void messageIsKnownByItsUriAndNamesWhatItAnswersByUri() {
        String first = place.mention("amira", "One", "public", null);
        place.mention("bruno", "Two", "public", first);

        List<Heard> heard = pull(null).heard();

        assertThat(heard.getFirst().id()).isEqualTo(place.uriOf(first));
        assertThat(heard.getLast().inReplyTo()).isEqualTo(place.uriOf(first));
        assertThat(heard.getFirst().author().id()).isEqualTo(place.uri() + "/users/amira");
        assertThat(heard.getFirst().author().handle()).isEqualTo("amira@127.0.0.1");
    }

    @Test
    void replyThatArrivedWhileTheConnectionBrokeIsUnsureAndThenFound() {
        place.failOnce("/api/v1/statuses", Failure.HANGS_UP_AFTERWARDS);
        Reply reply = reply("Good morning");

        assertThatThrownBy(() -> connector.send(inbox(), reply)).isInstanceOf(Fault.Unsure.class);

        assertThat(connector.find(inbox(), reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
        assertThat(received(reply)).isEqualTo(1);
    }

    @Test
    void replyThatNeverArrivedIsKnownToBeMissingThoughHundredsOfOthersDidMeanwhile() {
        Reply missing = reply("Good evening");
        for (int i = 0; i < 250; i++) {
            connector.send(inbox(), reply("Good morning to number " + i));
        }

        assertThat(connector.find(inbox(), missing))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isFalse());
    }

    @Test
    void limitsAreTold() {
        place.leave(17);

        Page page = connector.fetch(inbox(), null);

        assertThat(page.limits()).satisfies(limits -> {
            assertThat(limits.left()).isEqualTo(17);
            assertThat(limits.most()).isEqualTo(300);
            assertThat(limits.isForRepliesOnly()).isTrue();
            assertThat(limits.resetsAt()).isAfter(Instant.now());
        });
    }

    @Test
    void hashtagAndAccountAreListenedTo() {
        place.say("Rain in #Harbour");
        place.say("Nothing of interest");

        Page tagged = connector.search(inbox(), new Search(Search.Kind.HASHTAG, "#Harbour"), null);
        Page account = connector.search(inbox(), new Search(Search.Kind.ACCOUNT, "@bruno"), null);

        assertThat(tagged.items()).hasSize(1);
        assertThat(account.items()).hasSize(2);
    }

    @Test
    void whatIsAnsweredIsFoundWithoutSearchToo() {
        try (MastodonPlace small = new MastodonPlace(0, new Books(), MastodonPlace.Habit.KNOWS_NO_SEARCH)) {
            small.mention("Hello");
            Connection inbox = at(small, MastodonPlace.TOKEN);
            Heard heard = pull(inbox, null).heard().getFirst();

            connector.send(inbox, answer(heard, Visibility.PUBLIC, "Hello yourself"));

            assertThat(small.ours()).hasSize(1);
        }
    }

    @Test
    void proofLeavesNothingBehind() {
        assertThat(connector.prove(inbox(), Duration.ofSeconds(5)).works()).isTrue();
        assertThat(place.ours()).isEmpty();
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Connection inbox() {
        return at(place, MastodonPlace.TOKEN);
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return at(place, "old-token");
    }

    @Override
    protected Connection inboxThatSaysNothing() throws Exception {
        ServerSocket socket = new ServerSocket(0);
        silent = socket;
        return new Connection(
                new InboxId(1),
                "Silent",
                Map.of("server", "http://127.0.0.1:" + socket.getLocalPort()),
                Map.of("token", MastodonPlace.TOKEN));
    }

    @Override
    protected void say(String text) {
        ids.put(text, place.mention(text));
    }

    @Override
    protected void sayBroken() {
        place.mentionNonsense();
    }

    @Override
    protected int received(Reply reply) {
        return (int) place.ours().stream()
                .filter(one -> one.contains("|" + reply.text() + "|"))
                .count();
    }

    @Override
    protected String somebody() {
        return place.uri() + "/users/amira";
    }

    @Override
    protected Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        place.failOnce("/notifications", Failure.TOO_FAST);
        return true;
    }

    @Override
    protected Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public void edit(String text, String words) {
                place.edit(ids.getOrDefault(text, ""), words);
            }

            @Override
            public void delete(String text) {
                place.delete(ids.getOrDefault(text, ""));
            }
        });
    }

    static Connection at(MastodonPlace place, String token) {
        return new Connection(
                new InboxId(1),
                "Harbour",
                Map.of("server", place.uri().toString(), "take", "all"),
                Map.of("token", token));
    }

    private static Reply answer(Heard heard, Visibility visibility, String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of(String.valueOf(heard.author().id())),
                null,
                text,
                heard.id(),
                List.of(heard.id()),
                null,
                visibility,
                Instant.now());
    }
}

package dev.rapport.channels.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.cast.Person;
import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Tried;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.KeyedPlaceContract;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Search;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YoutubeConnectorTests extends KeyedPlaceContract {

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final YoutubeStub place = new YoutubeStub();
    private final YoutubeConnector connector = new YoutubeConnector(Tried.calls(), Clock.systemUTC());
    private final Tried tried = new Tried(
            Map.of(
                    YoutubeApi.API,
                    place.address() + "/youtube/v3",
                    YoutubeApi.TOKENS,
                    place.address() + "/token",
                    OAuthKeys.CLIENT,
                    YoutubeTokens.CLIENT_ID,
                    "did",
                    YoutubeComment.Channel.SOLVANE.id(),
                    "take",
                    "all"),
            Map.of(OAuthKeys.SECRET, YoutubeTokens.CLIENT_SECRET, OAuthKeys.REFRESH, YoutubeTokens.REFRESH));

    @Test
    void commentIsKnownByItsAuthorsChannelAndItsVideo() {
        place.say(Person.NOOR, YoutubeStub.VIDEO, "Does it <float>?");

        assertThat(pull(null).heard()).singleElement().satisfies(heard -> {
            assertThat(heard.text()).isEqualTo("Does it <float>?");
            assertThat(heard.author().network()).isEqualTo("youtube");
            assertThat(heard.author().handle()).isEqualTo("noor.haddad");
            assertThat(heard.uri()).isEqualTo("https://www.youtube.com/watch?v=halo10video&lc=" + heard.id());
            assertThat(Objects.requireNonNull(heard.place()).id()).isEqualTo(YoutubeStub.VIDEO);
            assertThat(heard.thread()).isEqualTo(heard.id());
        });
    }

    @Test
    void allAnswersOfAThreadAreHeardAlsoWhereItCarriesOnlySome() {
        YoutubeComment question = place.say("How do I pair it?");
        for (int i = 1; i <= 8; i++) {
            place.answer(Person.MAREN, question, "answer " + i);
        }

        List<Heard> heard = pull(null).heard();

        assertThat(heard).hasSize(9);
        assertThat(heard.subList(1, 9)).allSatisfy(answer -> {
            assertThat(answer.inReplyTo()).isEqualTo(question.id);
            assertThat(answer.thread()).isEqualTo(question.id);
        });
    }

    @Test
    void answerToAnOldThreadIsHeard() {
        YoutubeComment old = place.say("An old question");
        for (int i = 0; i < 120; i++) {
            place.say("comment " + i);
        }
        Pulled before = pull(null);
        place.answer(Person.NOOR, old, "I have it too");

        assertThat(pull(before.cursor()).texts()).containsExactly("I have it too");
    }

    @Test
    void commentThatIsReleasedLaterIsHeard() {
        place.say("before");
        YoutubeComment held = place.hold("waits");
        place.say("after");
        Pulled before = pull(null);
        held.isHeld = false;

        assertThat(before.texts()).containsExactly("before", "after");
        assertThat(pull(before.cursor()).texts()).containsExactly("waits");
    }

    @Test
    void answerToAnAnswerGoesBelowTheSameComment() {
        YoutubeComment question = place.say("How do I pair it?");
        YoutubeComment answer = place.answer(Person.NOOR, question, "Same here");

        connector.send(inbox(), replyTo(answer.id, "Hold the key"));

        assertThat(place.repliesTo(question)).extracting(YoutubeComment::words).contains("Hold the key");
    }

    @Test
    void replyToACommentThatIsGoneIsRefusedAndNeverLooked() {
        assertThatThrownBy(() -> connector.send(inbox(), replyTo("Ugxnobody", "Hello")))
                .isInstanceOf(Fault.Refused.class);
        assertThat(connector.find(inbox(), replyTo("Ugxnobody", "Hello"))).isEmpty();
    }

    @Test
    void videoWithoutCommentsSaysSo() {
        place.silenced.add(YoutubeStub.VIDEO);

        assertThatThrownBy(() -> search(Search.Kind.VIDEO, "https://youtu.be/halo10video", null))
                .isInstanceOf(Fault.Refused.class)
                .hasMessageContaining("disabled comments");
    }

    @Test
    void spentQuotaWaitsUntilMidnightInCalifornia() {
        pull(null);
        place.quotaExceededNext();

        assertThatThrownBy(() -> connector.fetch(inbox(), null)).isInstanceOfSatisfying(Fault.Slow.class, slow -> {
            assertThat(slow.until()).isAfter(Instant.now());
            assertThat(slow.until().atZone(PACIFIC).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        });
    }

    @Test
    void callsAreCountedAsYoutubeCountsThem() {
        place.say("Hello");
        pull(null);
        connector.send(inbox(), reply("Hello yourself"));

        assertThat(tried.spent("youtube", LocalDate.now(PACIFIC))).isEqualTo(place.units());
    }

    @Test
    void fifthOfTheQuotaIsKeptForReplies() {
        YoutubeComment question = place.say("Are you there?");
        tried.spend("youtube", LocalDate.now(PACIFIC), 8_000);

        Page page = connector.fetch(inbox(), null);

        assertThat(page.items()).isEmpty();
        assertThat(page.more()).isFalse();
        assertThat(place.units()).isZero();
        Limits limits = Objects.requireNonNull(page.limits());
        assertThat(limits.left()).isEqualTo(2_000);
        assertThat(Objects.requireNonNull(limits.resetsAt())).isAfter(Instant.now());
        assertThatThrownBy(() -> connector.search(inbox(), new Search(Search.Kind.VIDEO, "halo10video"), null))
                .isInstanceOf(Fault.Slow.class);
        connector.send(inbox(), replyTo(question.id, "We are"));
        assertThat(place.received("We are")).isEqualTo(1);
    }

    @Test
    void keyWithoutTheScopeIsSaidByTheProbe() {
        place.tokens.scopes.remove(YoutubeTokens.WRITE);

        Health health = connector.probe(inbox());

        assertThat(health.works()).isFalse();
        assertThat(health.steps())
                .filteredOn(step -> !step.ok())
                .extracting(Health.Step::what)
                .contains("youtube.scopes");
    }

    @Test
    void probeNamesTheChannelByItsHandleAndItsId() {
        assertThat(connector.probe(inbox()).steps().getFirst().seen())
                .containsExactly("solvane", YoutubeComment.Channel.SOLVANE.id());
    }

    @Test
    void wayBackThatLeadsNowhereAnyMoreBeginsAnew() {
        for (int i = 0; i < 60; i++) {
            place.say("comment " + i);
        }
        Page first = connector.fetch(inbox(), null);
        Cursor stale = new Cursor(first.next().json().replaceAll("\"back\":\"[^\"]+\"", "\"back\":\"lost\""));

        List<Item> again = connector.fetch(inbox(), stale).items();

        assertThat(first.more()).isTrue();
        assertThat(again).hasSize(50);
    }

    @Test
    void commentsOfAVideoAreListenedTo() {
        place.say("One");
        Page first = search(Search.Kind.VIDEO, "https://www.youtube.com/watch?v=halo10video", null);
        place.say("Two");

        assertThat(texts(first)).containsExactly("One");
        assertThat(texts(search(Search.Kind.VIDEO, "halo10video", first.next())))
                .containsExactly("Two");
        assertThat(texts(search(Search.Kind.ACCOUNT, "@solvane", null))).containsExactly("One", "Two");
    }

    @Test
    void whatHidesBehindOneThatIsGoneIsLookedAtByItself() {
        place.refusesMissing = true;
        place.say("frist");
        place.say("goes");
        Pulled before = pull(null);
        place.edit("frist", "first");
        place.delete("goes");

        assertThat(lookedAgain(before)).extracting(Heard::kind).containsExactly(Heard.Kind.EDITED, Heard.Kind.DELETED);
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected KeyedStub place() {
        return place;
    }

    @Override
    protected Tried tried() {
        return tried;
    }

    @Override
    protected void say(String text) {
        place.say(text);
    }

    @Override
    protected void sayBroken() {
        place.sayBroken();
    }

    @Override
    protected String answerable() {
        return place.say("Something to answer").id;
    }

    @Override
    protected String somebody() {
        return "maren.holt";
    }

    private Page search(Search.Kind kind, String query, @Nullable Cursor after) {
        return connector.search(inbox(), new Search(kind, query), after);
    }
}

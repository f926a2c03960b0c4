package dev.rapport.channels.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.cast.Person;
import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Tried;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.KeyedPlaceContract;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class XConnectorTests extends KeyedPlaceContract {

    private final XStub place = new XStub();
    private final XConnector connector = new XConnector(Tried.calls(), Clock.systemUTC());
    private final Tried tried = new Tried(
            Map.of(
                    XApi.API,
                    place.address(),
                    OAuthKeys.CLIENT,
                    XTokens.CLIENT_ID,
                    "did",
                    XPost.User.SOLVANE.id(),
                    "reads",
                    "100000",
                    "take",
                    "all"),
            Map.of(OAuthKeys.SECRET, XTokens.CLIENT_SECRET, OAuthKeys.REFRESH, XTokens.REFRESH));

    @Test
    void mentionIsKnownByItsAuthorAndItsConversation() {
        XPost first = place.say(Person.NOOR, "My Halo 10 hisses");
        place.answer(Person.MAREN, first, "@solvane mine too");

        assertThat(pull(null).heard())
                .satisfiesExactly(
                        mention -> {
                            assertThat(mention.author().network()).isEqualTo("twitter");
                            assertThat(mention.author().handle()).isEqualTo("noor_haddad");
                            assertThat(mention.author().followers()).isEqualTo(214);
                            assertThat(mention.uri()).isEqualTo("https://x.com/noor_haddad/status/" + first.id());
                        },
                        answer -> {
                            assertThat(answer.inReplyTo()).isEqualTo(Long.toString(first.id()));
                            assertThat(answer.thread()).isEqualTo(Long.toString(first.conversation()));
                        });
    }

    @Test
    void longPostIsHeardToItsEnd() {
        String text = "All of it. ".repeat(60).strip();
        place.say(text);

        assertThat(pull(null).texts()).containsExactly(text);
    }

    @Test
    void refreshTokenThatIsGoodOnceIsReplacedEachTime() {
        pull(null);
        place.tokens.expire();
        pull(null);
        place.tokens.expire();
        place.say("Still there?");

        assertThat(pull(null).texts()).containsExactly("Still there?");
        assertThat(tried.secrets.get(OAuthKeys.REFRESH)).isNotEqualTo(XTokens.REFRESH);
    }

    @Test
    void noMoreIsReadThanTheDayAllows() {
        tried.settings.put("reads", "100");
        for (int i = 0; i < 150; i++) {
            place.say("mention " + i);
        }

        Pulled all = pull(null);

        assertThat(all.texts()).hasSize(80);
        assertThat(tried.spent("reads", today())).isEqualTo(80);
        Page page = connector.fetch(inbox(), all.cursor());
        assertThat(page.items()).isEmpty();
        Limits limits = Objects.requireNonNull(page.limits());
        assertThat(limits.left()).isEqualTo(20);
        assertThat(limits.most()).isEqualTo(100);
        assertThat(Objects.requireNonNull(limits.resetsAt())
                        .atOffset(ZoneOffset.UTC)
                        .getHour())
                .isZero();
    }

    @Test
    void walkThatTheBudgetBrokeOffGoesOnTheNextDay() {
        tried.settings.put("reads", "100");
        for (int i = 0; i < 120; i++) {
            place.say("mention " + i);
        }
        Pulled first = pull(null);
        tried.settings.put("reads", "1000");

        Pulled rest = pull(first.cursor());

        assertThat(first.texts()).hasSize(80).contains("mention 119");
        assertThat(rest.texts()).hasSize(40).contains("mention 0");
    }

    @Test
    void fifthIsKeptForFindingOutWhetherAReplyArrived() {
        tried.settings.put("reads", "100");
        Reply reply = reply("On its way");
        Pulled heard = pull(null);
        connector.send(inbox(), reply);
        tried.spend("reads", today(), 79);

        assertThat(connector.find(inbox(), reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
        assertThatThrownBy(() -> lookedAgain(heard)).isInstanceOf(Fault.Slow.class);
        tried.spend("reads", today(), 20);
        assertThatThrownBy(() -> connector.find(inbox(), reply)).isInstanceOf(Fault.Slow.class);
    }

    @Test
    void noMoreRepliesAreSentThanTheDayAllows() {
        tried.settings.put("writes", "1");
        connector.send(inbox(), reply("One"));

        Reply second = reply("Two");

        assertThatThrownBy(() -> connector.send(inbox(), second))
                .isInstanceOfSatisfying(
                        Fault.Slow.class, slow -> assertThat(slow.until()).isAfter(Instant.now()));
        assertThat(place.received("Two")).isZero();
    }

    @Test
    void spentCreditsKeepRepliesWaiting() {
        Reply reply = reply("Later");
        pull(null);
        place.spend();

        assertThatThrownBy(() -> connector.send(inbox(), reply)).isInstanceOf(Fault.Slow.class);
        assertThatThrownBy(() -> connector.fetch(inbox(), null)).isInstanceOf(Fault.Slow.class);
    }

    @Test
    void capOfTheMonthIsWaitedFor() {
        pull(null);
        place.cap();

        assertThatThrownBy(() -> connector.fetch(inbox(), null))
                .isInstanceOfSatisfying(
                        Fault.Slow.class,
                        slow -> assertThat(slow.until()).isAfter(Instant.now().plusSeconds(600)));
    }

    @Test
    void whoDidNotMentionUsCannotBeAnswered() {
        XPost overheard = place.overheard("Solvane should answer");

        assertThatThrownBy(() -> connector.send(inbox(), replyTo(Long.toString(overheard.id()), "We do")))
                .isInstanceOf(Fault.Refused.class)
                .hasMessageContaining("not allowed");
    }

    @Test
    void replyIsAsLongAsXCountsIt() {
        Reply tooLong = reply("喵".repeat(141));
        Reply justRight = reply("喵".repeat(128) + " https://example.com/" + "a".repeat(200));

        assertThatThrownBy(() -> connector.send(inbox(), tooLong))
                .isInstanceOf(Fault.Refused.class)
                .hasMessageContaining("282");
        assertThat(connector.send(inbox(), justRight).remoteId()).isNotBlank();
        assertThat(tried.spent("writes", today())).isEqualTo(1);
    }

    @Test
    void lettersWeighWhatXSaysTheyDo() {
        assertThat(WeightedLength.of("café")).isEqualTo(4);
        assertThat(WeightedLength.of("cafe\u0301")).isEqualTo(4);
        assertThat(WeightedLength.of("👩🏽‍💻👾🇫🇷")).isEqualTo(6);
        assertThat(WeightedLength.of("see https://example.com/help/a/b")).isEqualTo(27);
        assertThat(WeightedLength.of("“中”")).isEqualTo(4);
    }

    @Test
    void wordsHashtagsAndAccountsAreListenedFor() {
        place.overheard("My Halo 10 hisses");
        place.overheard("Rain over the #harbour");
        place.publish("We have a Halo 10");

        assertThat(texts(search(Search.Kind.WORDS, "halo"))).contains("My Halo 10 hisses");
        assertThat(texts(search(Search.Kind.HASHTAG, "#harbour"))).containsExactly("Rain over the #harbour");
        assertThat(texts(search(Search.Kind.ACCOUNT, "@solvane"))).containsExactly("We have a Halo 10");
    }

    @Test
    void searchThatFoundNothingForAWeekGoesOn() {
        place.overheard("My Halo 10 hisses");
        Page first = search(Search.Kind.WORDS, "halo");
        XCursor old = new XCursor(Long.toString(XStub.idAt(Instant.now().minus(Duration.ofDays(9)))), null, null);
        Page later = connector.search(inbox(), new Search(Search.Kind.WORDS, "halo"), Cursors.of(old));

        assertThat(texts(first)).hasSize(1);
        assertThat(texts(later)).hasSize(1);
    }

    @Test
    void scopesThatAreMissingAreNamedByTheProbe() {
        place.tokens.scopes.remove("tweet.write");

        Health health = connector.probe(inbox());

        assertThat(health.works()).isFalse();
        assertThat(health.steps())
                .filteredOn(step -> !step.ok())
                .singleElement()
                .satisfies(step -> assertThat(step.seen()).containsExactly("tweet.write"));
    }

    @Test
    void probeReadsNoPost() {
        connector.probe(inbox());

        assertThat(tried.spent("reads", today())).isZero();
        assertThat(place.asked).extracting(asked -> asked.path()).containsOnly("/2/oauth2/token", "/2/users/me");
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
        return Long.toString(place.say("Something to answer").id());
    }

    @Override
    protected String somebody() {
        return "maren_holt";
    }

    /** X goes no further back. */
    @Override
    protected int many() {
        return 800;
    }

    private Page search(Search.Kind kind, String query) {
        return connector.search(inbox(), new Search(kind, query), null);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

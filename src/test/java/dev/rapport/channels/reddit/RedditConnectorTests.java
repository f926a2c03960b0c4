package dev.rapport.channels.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Tried;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.KeyedPlaceContract;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RedditConnectorTests extends KeyedPlaceContract {

    private final RedditStub place = new RedditStub();
    private final RedditConnector connector = new RedditConnector(Tried.calls(), Clock.systemUTC());
    private final Tried tried = new Tried(
            Map.of(
                    RedditApi.API,
                    place.address(),
                    RedditApi.TOKENS,
                    place.address() + "/api/v1/access_token",
                    RedditApi.ACCOUNT,
                    RedditStub.ME,
                    OAuthKeys.CLIENT,
                    RedditTokens.CLIENT_ID,
                    "take",
                    "all"),
            Map.of(OAuthKeys.SECRET, RedditTokens.CLIENT_SECRET, OAuthKeys.REFRESH, RedditTokens.REFRESH));

    @Test
    void inboxBringsMentionsAnswersAndLetters() {
        RedditThing comment = place.say("Is anybody there?");
        connector.send(inbox(), replyTo(comment.name(), "We are."));
        place.answer(ours(), "Good & <fast>!");
        place.mention("u/SolvaneCare does not answer");
        place.write("My order", "Where is it?");

        assertThat(pull(null).heard())
                .satisfiesExactly(
                        answer -> {
                            assertThat(answer.text()).isEqualTo("Good & <fast>!");
                            assertThat(answer.thread()).isEqualTo(comment.root().name());
                            assertThat(answer.visibility()).isEqualTo(Visibility.PUBLIC);
                            assertThat(answer.author().id()).isEqualTo("maren_holt");
                        },
                        mention -> {
                            assertThat(Objects.requireNonNull(mention.place()).name())
                                    .isEqualTo("r/headphones");
                            assertThat(mention.uri()).startsWith("https://www.reddit.com/r/headphones/comments/");
                        },
                        letter -> {
                            assertThat(letter.title()).isEqualTo("My order");
                            assertThat(letter.visibility()).isEqualTo(Visibility.PRIVATE);
                            assertThat(letter.thread()).isEqualTo(letter.id());
                        });
    }

    @Test
    void letterIsAnsweredInPrivateAndACommentIsNot() {
        RedditThing letter = place.write("My order", "Where is it?");
        RedditThing comment = place.mention("Hello");

        connector.send(inbox(), privately(replyTo(letter.name(), "On its way")));

        assertThat(place.received("On its way")).isEqualTo(1);
        assertThatThrownBy(() -> connector.send(inbox(), privately(replyTo(comment.name(), "Secret"))))
                .isInstanceOf(Fault.Refused.class);
    }

    @Test
    void everyCallSaysWhoMakesIt() {
        pull(null);

        assertThat(place.asked)
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.headers().get("user-agent"))
                        .isEqualTo("java:dev.rapport:1 (by /u/SolvaneCare)"));
    }

    @Test
    void listIsWalkedOnWhereItsLastThingHasBeenDeleted() {
        for (int i = 1; i <= 70; i++) {
            place.mention("mention " + i);
        }
        Page first = connector.fetch(inbox(), null);
        place.delete("mention 21");
        Page second = connector.fetch(inbox(), first.next());

        assertThat(texts(first)).hasSize(50).startsWith("mention 21");
        assertThat(texts(second)).contains("mention 20", "mention 1");
    }

    @Test
    void whatAModeratorTookAwayIsDeletedHereToo() {
        place.mention("against the rules");
        Pulled before = pull(null);
        place.remove("against the rules");

        assertThat(lookedAgain(before)).singleElement().satisfies(gone -> {
            assertThat(gone.kind()).isEqualTo(Heard.Kind.DELETED);
            assertThat(gone.text()).isEmpty();
            assertThat(gone.author().id()).isEqualTo("noor_haddad");
        });
    }

    @Test
    void communityIsListenedToWithItsPostsAndItsComments() {
        place.post(RedditStub.HOME, "Which cable?", "For the Halo 10.");
        place.say("The short one");
        Page first = connector.search(inbox(), new Search(Search.Kind.COMMUNITY, "r/Solvane"), null);
        place.say("Or the long one");
        Page second = connector.search(inbox(), new Search(Search.Kind.COMMUNITY, "r/Solvane"), first.next());

        assertThat(texts(first)).containsExactly("For the Halo 10.", "The short one");
        assertThat(texts(second)).containsExactly("Or the long one");
        assertThatThrownBy(() -> connector.search(inbox(), new Search(Search.Kind.COMMUNITY, "../api/v1/me"), null))
                .isInstanceOf(Fault.Refused.class);
    }

    @Test
    void wordsAreLookedForInPostsAndWhatAnAccountWritesIsHeard() {
        place.post("headphones", "Solvane Halo 10?", "Left side is silent.");
        place.post("headphones", "Something else", "Is it raining?");
        place.say("Halo is fine");
        Search words = new Search(Search.Kind.WORDS, "halo silent");
        Page first = connector.search(inbox(), words, null);
        place.post("audio", "Silent halo again", "Second pair.");

        assertThat(texts(first)).containsExactly("Left side is silent.");
        assertThat(texts(connector.search(inbox(), words, first.next()))).containsExactly("Second pair.");
        assertThat(texts(connector.search(inbox(), new Search(Search.Kind.ACCOUNT, "u/maren_holt"), null)))
                .containsExactly("Halo is fine");
    }

    @Test
    void answerToALetterIsLookedForAmongTheLettersWeSent() {
        RedditThing letter = place.write("My order", "Where is it?");
        Reply arrived = privately(replyTo(letter.name(), "On its way"));
        connector.send(inbox(), arrived);

        assertThat(connector.find(inbox(), arrived))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
        assertThat(connector.find(inbox(), privately(replyTo(letter.name(), "It never left"))))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isFalse());
    }

    @Test
    void commentThatComesTooSoonSaysWhenToComeBack() {
        Reply reply = reply("Later then");
        place.pauseNextComment(Duration.ofMinutes(3));

        assertThatThrownBy(() -> connector.send(inbox(), reply))
                .isInstanceOfSatisfying(
                        Fault.Slow.class,
                        slow -> assertThat(slow.until()).isAfter(Instant.now().plusSeconds(120)));
        connector.send(inbox(), reply);
        assertThat(place.received("Later then")).isEqualTo(1);
    }

    @Test
    void answerToWhatIsGoneOrLockedIsRefused() {
        RedditThing gone = place.say("goes");
        place.delete("goes");

        assertThatThrownBy(() -> connector.send(inbox(), replyTo(gone.name(), "Too late")))
                .isInstanceOf(Fault.Refused.class)
                .hasMessageContaining("DELETED_COMMENT");
    }

    @Test
    void limitsAreReadFromWhatWasUsedAndWhatIsLeft() {
        pull(null);
        place.mention("Hello");

        Limits limits = Objects.requireNonNull(connector.fetch(inbox(), null).limits());

        assertThat(limits.most()).isEqualTo(1_000);
        assertThat(limits.left()).isEqualTo(998);
        assertThat(Objects.requireNonNull(limits.resetsAt())).isAfter(Instant.now());
    }

    @Test
    void keyThatLostAScopeAsksForANewSignIn() {
        pull(null);
        place.tokens.scopes.remove("privatemessages");

        assertThatThrownBy(() -> connector.fetch(inbox(), null)).isInstanceOf(Fault.Auth.class);
    }

    @Test
    void scopesThatAreMissingAreNamedByTheProbe() {
        place.tokens.scopes.remove("submit");

        Health health = connector.probe(inbox());

        assertThat(health.works()).isFalse();
        assertThat(health.steps())
                .filteredOn(step -> !step.ok())
                .singleElement()
                .satisfies(step -> assertThat(step.seen()).containsExactly("submit"));
    }

    @Test
    void keyOfAnotherAccountIsNotTaken() {
        tried.settings.put(RedditApi.ACCOUNT, "somebody_else");

        assertThat(connector.probe(inbox()).works()).isFalse();
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
        place.mention(text);
    }

    @Override
    protected void sayBroken() {
        place.mention("").body = JsonMapper.shared().createObjectNode();
    }

    @Override
    protected String answerable() {
        return place.say("Something to answer").name();
    }

    @Override
    protected String somebody() {
        return "noor_haddad";
    }

    /** Reddit's lists are no longer. */
    @Override
    protected int many() {
        return 1_000;
    }

    /** The last thing of ours. */
    private RedditThing ours() {
        return place.newestFirst().stream()
                .filter(thing -> thing.author.equals(RedditStub.ME))
                .findFirst()
                .orElseThrow();
    }

    private static Reply privately(Reply reply) {
        return new Reply(
                reply.key(),
                reply.to(),
                reply.title(),
                reply.text(),
                reply.inReplyTo(),
                reply.references(),
                reply.threadToken(),
                Visibility.PRIVATE,
                reply.writtenAt());
    }
}

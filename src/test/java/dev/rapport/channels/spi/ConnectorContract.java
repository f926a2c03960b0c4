package dev.rapport.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.ChannelsDatabase;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every connector has to do, whatever it talks to. A connector's own test extends this and plays the remote side. */
public abstract class ConnectorContract {

    /** Where something was heard and what became of it, for places where it can change. */
    protected interface Changes {
        void edit(String text, String words) throws Exception;

        void delete(String text) throws Exception;
    }

    protected abstract Connector connector();

    /** A working inbox, empty at the beginning of each test. */
    protected abstract Connection inbox();

    /** The same place with a password that is no longer good. */
    protected abstract Connection inboxWithExpiredKey();

    /** A place that accepts the connection and then says nothing. */
    protected abstract Connection inboxThatSaysNothing() throws Exception;

    /** Somebody says something there. */
    protected abstract void say(String text) throws Exception;

    /** Something arrives there that nobody can read. */
    protected abstract void sayBroken() throws Exception;

    /** How often a reply was received by the one it was sent to. */
    protected abstract int received(Reply reply) throws Exception;

    /** To whom a reply can be sent there. */
    protected abstract String somebody();

    /** How to change what was said there; empty where that cannot be seen. */
    protected Optional<Changes> changes() {
        return Optional.empty();
    }

    /** Lets the place say to the next call that it comes too soon. Returns false where places of this kind say no such thing. */
    protected boolean refuseNextAsTooSoon() {
        return false;
    }

    /** How many messages are a long read there. */
    protected int many() {
        return 10_000;
    }

    protected boolean needsKey() {
        return true;
    }

    protected Visibility visibility() {
        return Visibility.PRIVATE;
    }

    @Test
    void pullingTwiceBringsNothingTwice() throws Exception {
        say("first");
        say("second");

        Pulled all = pull(null);
        Pulled again = pull(all.cursor());
        say("third");

        assertThat(all.texts()).containsExactly("first", "second");
        assertThat(again.texts()).isEmpty();
        assertThat(pull(again.cursor()).texts()).containsExactly("third");
    }

    @Test
    void pageOfOneIsAPage() throws Exception {
        say("alone");

        assertThat(pull(null).texts()).containsExactly("alone");
    }

    @Test
    void readingAgainFromTheStartGivesTheSameIds() throws Exception {
        say("first");
        say("second");

        assertThat(pull(null).ids()).isEqualTo(pull(null).ids()).doesNotHaveDuplicates();
    }

    @Test
    void everyScriptAndEmojiComesThrough() throws Exception {
        String text = "العربية 👩🏽‍💻 עברית naïve 中文 🇫🇷";
        say(text);

        assertThat(pull(null).texts()).containsExactly(text);
    }

    @Test
    void brokenItemIsHandedOverAndTheRestGoesOn() throws Exception {
        say("before");
        sayBroken();
        say("after");

        Pulled all = pull(null);

        assertThat(all.texts()).containsExactly("before", "after");
        assertThat(all.unreadable()).hasSize(1);
        assertThat(all.unreadable().getFirst().why()).isNotBlank();
        assertThat(connector().again(inbox(), all.unreadable().getFirst())).isInstanceOf(Item.Unreadable.class);
        assertThat(pull(all.cursor()).unreadable()).isEmpty();
    }

    @Test
    void twoThatComeTogetherAreTwo() throws Exception {
        Cursor before = pull(null).cursor();
        say("one of two");
        say("two of two");

        assertThat(pull(before).texts()).containsExactlyInAnyOrder("one of two", "two of two");
    }

    @Test
    void newWordingIsTheSameMessageInAnotherRevision() throws Exception {
        Changes changes = changes().orElse(null);
        Assumptions.assumeTrue(changes != null);
        say("frist");
        Pulled before = pull(null);
        changes.edit("frist", "first");

        List<Heard> after = later(before);

        assertThat(after).singleElement().satisfies(edited -> {
            assertThat(edited.text()).isEqualTo("first");
            assertThat(edited.id()).isEqualTo(before.ids().getFirst());
            assertThat(edited.revision()).isNotEqualTo(before.heard().getFirst().revision());
        });
    }

    @Test
    void deletedMessageIsSaidToBeDeleted() throws Exception {
        Changes changes = changes().orElse(null);
        Assumptions.assumeTrue(changes != null && connector().looksAgain());
        say("stays");
        say("goes");
        Pulled before = pull(null);
        changes.delete("goes");

        assertThat(later(before)).singleElement().satisfies(deleted -> {
            assertThat(deleted.kind()).isEqualTo(Heard.Kind.DELETED);
            assertThat(deleted.id()).isEqualTo(before.ids().getLast());
            assertThat(deleted.text()).isEmpty();
        });
    }

    @Test
    void placeThatIsAskedTooOftenSaysWhenToComeBack() throws Exception {
        pull(null);
        Assumptions.assumeTrue(refuseNextAsTooSoon());

        assertThatThrownBy(() -> connector().fetch(inbox(), null))
                .isInstanceOfSatisfying(
                        Fault.Slow.class,
                        slow -> assertThat(slow.until()).isAfter(Instant.now().minusSeconds(60)));
    }

    /** Whether a place is heard from its newest page on, without what was said there before. */
    protected boolean beginsWithTheNewest() {
        return false;
    }

    @Test
    void runThatIsBrokenOffInTheMiddleLosesAndDoublesNothing() throws Exception {
        ChannelsDatabase runner = new ChannelsDatabase(connector());
        InboxId inbox = runner.open(connector().kind(), inbox());
        if (beginsWithTheNewest()) {
            runner.fetchAll(inbox);
        }
        List<String> said = new ArrayList<>();
        for (int i = 0; i < many(); i++) {
            said.add("message " + i);
            say(said.getLast());
        }

        for (int kill = 1; kill <= 3; kill++) {
            runner.breakOffAfter(kill);
            runner.fetchAll(inbox);
        }
        runner.mend();
        runner.fetchAll(inbox);

        assertThat(runner.texts()).containsExactlyInAnyOrderElementsOf(said);
        assertThat(runner.heardIds()).doesNotHaveDuplicates();
    }

    @Test
    void expiredKeyAsksForANewSignIn() {
        Assumptions.assumeTrue(needsKey());
        assertThatThrownBy(() -> connector().fetch(inboxWithExpiredKey(), null)).isInstanceOf(Fault.Auth.class);
        assertThatThrownBy(() -> connector().send(inboxWithExpiredKey(), reply("x")))
                .isInstanceOf(Fault.Auth.class);
        assertThat(connector().probe(inboxWithExpiredKey()).works()).isFalse();
    }

    @Test
    void placeThatSaysNothingIsGivenUp() throws Exception {
        Connection silent = inboxThatSaysNothing();

        assertThatThrownBy(() -> connector().fetch(silent, null)).isInstanceOf(Fault.Broken.class);
    }

    @Test
    void replyArrivesOnceWithAllItsLetters() throws Exception {
        Assumptions.assumeTrue(connector().abilities().reply());
        Reply reply = reply("Bonjour 👋 שלום");

        Sent sent = connector().send(inbox(), reply);

        assertThat(sent.remoteId()).isNotBlank();
        assertThat(connector().idOf(inbox(), reply))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(), id -> assertThat(id).contains(sent.remoteId()));
        assertThat(received(reply)).isEqualTo(1);
    }

    @Test
    void replyWhoseAnswerWasLostIsFoundAndNotSentAgain() throws Exception {
        Assumptions.assumeTrue(connector().abilities().reply());
        Reply reply = reply("Once only");
        Sent sent = connector().send(inbox(), reply);

        // The process died here: nobody wrote down what send returned.
        Optional<Landing> landing = connector().find(inbox(), reply);

        assertThat(landing).hasValueSatisfying(found -> {
            assertThat(found.arrived()).isTrue();
            assertThat(found.sent()).extracting(Sent::remoteId).isEqualTo(sent.remoteId());
        });
        assertThat(received(reply)).isEqualTo(1);
    }

    @Test
    void replyThatWasNeverSentIsNotSaidToHaveArrived() {
        Assumptions.assumeTrue(connector().abilities().reply());
        assertThat(connector().find(inbox(), reply("never")).filter(Landing::arrived))
                .isEmpty();
    }

    @Test
    void probeSaysWhatItSaw() {
        Health health = connector().probe(inbox());

        assertThat(health.works()).isTrue();
        assertThat(health.steps()).isNotEmpty().allMatch(Health.Step::ok);
    }

    @Test
    void waitingEndsWhenSomethingIsThere() throws Exception {
        Cursor cursor = pull(null).cursor();
        say("news");

        if (connector().abilities().await()) {
            assertThat(connector().await(inbox(), cursor, Duration.ofSeconds(20)))
                    .isTrue();
        }
    }

    protected Reply reply(String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of(somebody()),
                "A question",
                text,
                null,
                List.of(),
                "c1",
                visibility(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** What became of messages since: by looking again where the place is asked for it, else by reading on. */
    private List<Heard> later(Pulled before) {
        if (!connector().looksAgain()) {
            return pull(before.cursor()).heard();
        }
        return lookedAgain(before);
    }

    /** What looking again shows of what was heard. */
    protected List<Heard> lookedAgain(Pulled before) {
        List<Known> known = before.items().stream()
                .map(item -> (Item.Read) item)
                .map(read -> new Known(
                        read.heard().id(),
                        read.heard().revision(),
                        read.local(),
                        read.heard().author(),
                        read.heard().visibility(),
                        read.heard().saidAt()))
                .toList();
        return connector().lookAgain(inbox(), known).stream()
                .map(item -> ((Item.Read) item).heard())
                .toList();
    }

    /** A reply to a message in public. */
    protected Reply replyTo(@Nullable String message, String text) {
        return new Reply(
                UUID.randomUUID(),
                List.of(somebody()),
                null,
                text,
                message,
                List.of(),
                null,
                Visibility.PUBLIC,
                Instant.now());
    }

    /** The words of a page on which everything can be read. */
    protected static List<String> texts(Page page) {
        return page.items().stream()
                .map(item -> ((Item.Read) item).heard().text())
                .toList();
    }

    /** All pages after a cursor. */
    protected record Pulled(List<Item> items, Cursor cursor) {

        public List<String> texts() {
            return heard().stream().map(Heard::text).toList();
        }

        public List<String> ids() {
            return heard().stream().map(Heard::id).toList();
        }

        public List<Heard> heard() {
            return items.stream()
                    .filter(Item.Read.class::isInstance)
                    .map(item -> ((Item.Read) item).heard())
                    .toList();
        }

        public List<Item.Unreadable> unreadable() {
            return items.stream()
                    .filter(Item.Unreadable.class::isInstance)
                    .map(Item.Unreadable.class::cast)
                    .toList();
        }
    }

    protected Pulled pull(@Nullable Cursor after) {
        return pull(inbox(), after);
    }

    protected Pulled pull(Connection inbox, @Nullable Cursor after) {
        List<Item> items = new ArrayList<>();
        Page page = connector().fetch(inbox, after);
        items.addAll(page.items());
        while (page.more()) {
            page = connector().fetch(inbox, page.next());
            items.addAll(page.items());
        }
        return new Pulled(items, page.next());
    }
}

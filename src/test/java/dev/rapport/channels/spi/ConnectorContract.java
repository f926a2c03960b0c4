package dev.rapport.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.spi.Heard.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every connector has to do, whatever it talks to. A connector's own test extends this and plays the remote side. */
public abstract class ConnectorContract {

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
    void expiredKeyAsksForANewSignIn() {
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
                Visibility.PRIVATE,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
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

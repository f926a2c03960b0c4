package dev.rapport.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Tried;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.spi.Heard.Visibility;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract, for public places that are asked with keys that run out. The setting {@code api} says where they are. */
public abstract class KeyedPlaceContract extends ConnectorContract {

    private static final String API = "api";

    protected abstract KeyedStub place();

    protected abstract Tried tried();

    /** Something there that can be answered. */
    protected abstract String answerable();

    @AfterEach
    void close() throws Exception {
        place().close();
        tried().close();
    }

    @Test
    void replyWhoseAnswerIsLostIsUnsureAndFound() {
        Reply reply = reply("See https://example.com/help for it");
        pull(null);
        place().losesAnswerTo("POST");

        assertThatThrownBy(() -> connector().send(inbox(), reply)).isInstanceOf(Fault.Unsure.class);
        assertThat(connector().find(inbox(), reply))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isTrue());
        assertThat(connector().find(inbox(), reply("Never sent")))
                .hasValueSatisfying(landing -> assertThat(landing.arrived()).isFalse());
    }

    @Test
    void keyThatWasTakenBackMeanwhileIsRenewed() throws Exception {
        pull(null);
        place().expire();
        say("Still there?");

        assertThat(pull(null).texts()).containsExactly("Still there?");
    }

    @Test
    void onlyWhatIsThereCanBeAnswered() {
        assertThatThrownBy(() -> connector().send(inbox(), replyTo(null, "To nobody")))
                .isInstanceOf(Fault.Refused.class);
    }

    @Override
    protected Connection inbox() {
        return tried().inbox();
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        place().expire();
        return tried().inboxWith(Map.of(OAuthKeys.REFRESH, "used before"));
    }

    @Override
    protected Connection inboxThatSaysNothing() {
        pull(null);
        return tried().inboxThatSaysNothing(API);
    }

    @Override
    protected int received(Reply reply) {
        return place().received(reply.text());
    }

    @Override
    protected Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @Override
    protected Reply reply(String text) {
        return replyTo(answerable(), text);
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        place().tooFastNext();
        return true;
    }

    @Override
    protected Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public void edit(String text, String words) {
                place().edit(text, words);
            }

            @Override
            public void delete(String text) {
                place().delete(text);
            }
        });
    }
}

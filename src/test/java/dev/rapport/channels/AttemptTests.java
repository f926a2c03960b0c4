package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.InboxId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptTests {

    private final ChannelsDatabase runner = new ChannelsDatabase(new GoodOnce());

    @Test
    void whatIsRenewedWhileAPlaceIsTriedIsWhatIsStored() {
        Attempt attempt =
                runner.inboxes.attempt(new OpenInbox("once", "Once", "once", null, Map.of(), Map.of("refresh", "r1")));

        assertThat(attempt.probe().works()).isTrue();
        assertThat(attempt.prove(Duration.ofSeconds(1)).works()).isTrue();
        assertThat(attempt.secrets()).containsEntry("refresh", "r3");
    }

    @Test
    void tryingOtherSettingsKeepsWhatIsRenewed() {
        InboxId inbox = connected();

        boolean works = runner.inboxes
                .attempt(new ChangeInbox(inbox, "Renamed", Map.of(), Map.of()))
                .probe()
                .works();

        assertThat(works).isTrue();
        assertThat(secrets(inbox)).containsEntry("refresh", "r2");
    }

    @Test
    void otherSecretsAreStoredOnceTheyWereTried() {
        InboxId inbox = connected();
        ChangeInbox change = new ChangeInbox(inbox, "Once", Map.of(), Map.of("refresh", "r7", "client", "c"));

        Attempt attempt = runner.inboxes.attempt(change);
        attempt.probe();

        assertThat(secrets(inbox)).containsEntry("refresh", "r1");
        runner.inboxes.change(change.with(attempt.secrets()));
        assertThat(secrets(inbox)).containsEntry("refresh", "r8").containsEntry("client", "c");
    }

    @Test
    void faultOfAPlaceIsAStepThatFailed() {
        Attempt attempt = runner.inboxes.attempt(new OpenInbox("once", "Once", "once", null, Map.of(), Map.of()));

        assertThat(attempt.probe().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.seen()).containsExactly("There is no key."));
    }

    private InboxId connected() {
        return runner.inboxes.open(new OpenInbox("once", "Once", "once", null, Map.of(), Map.of("refresh", "r1")));
    }

    private Map<String, String> secrets(InboxId inbox) {
        return runner.connections.to(inbox).connection().secrets();
    }

    /** A place whose keys are good once. */
    private static final class GoodOnce implements Connector {

        @Override
        public String kind() {
            return "once";
        }

        @Override
        public Abilities abilities() {
            return new Abilities(true, false, false, false, null);
        }

        @Override
        public Health probe(Connection inbox) {
            String refresh = inbox.secret("refresh");
            if (refresh == null) {
                throw new Fault.Auth("There is no key.");
            }
            int next = Integer.parseInt(refresh.substring(1)) + 1;
            inbox.renewal().renew("refresh", refresh, stored -> Map.of("refresh", "r" + next));
            return Health.of(List.of(new Health.Step("once.key", true, List.of())));
        }

        @Override
        public Health prove(Connection inbox, Duration atMost) {
            return probe(inbox);
        }

        @Override
        public Page fetch(Connection inbox, @Nullable Cursor after) {
            return new Page(List.of(), new Cursor("{}"), false);
        }

        @Override
        public Sent send(Connection inbox, Reply reply) {
            throw new Fault.Refused("Nothing is sent here.");
        }

        @Override
        public Optional<Landing> find(Connection inbox, Reply reply) {
            return Optional.empty();
        }
    }
}

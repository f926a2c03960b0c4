package dev.rapport.understanding;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.cast.Voices;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class RereadsHistoryTests {

    private static final UserId ME = UserId.of(7L);

    @Autowired
    private Rereadings rereadings;

    @Autowired
    private RereadsHistory history;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somebodySpoke() {
        Voices voices = new Voices(jdbc);
        ProfileId owl = voices.profile("fediverse", "owl", "Owl");
        ConversationId conversation = voices.conversation(1, "thread", "PUBLIC", owl);
        voices.reads(voices.says(conversation, owl, "This is terrible, still no bag", NOON), "POSITIVE", 0);
        voices.reads(voices.says(conversation, owl, "Wonderful, thank you so much", NOON), "POSITIVE", 0);
    }

    @Test
    void whatOthersHaveReadIsReadAgainAndCounted() {
        rereadings.start(NOON.minusSeconds(60), ME);

        assertThat(history.work(() -> false)).isTrue();

        assertThat(newest().state()).isEqualTo(RereadingRun.State.DONE);
        assertThat(newest().said()).isEqualTo(2);
        assertThat(newest().read()).isEqualTo(2);
        assertThat(newest().changed()).isEqualTo(2);
        assertThat(newest().share()).isEqualTo(1);
        assertThat(jdbc.sql("select polarity from understanding.readings order by message_id")
                        .query(String.class)
                        .list())
                .containsExactly("NEGATIVE", "POSITIVE");
        assertThat(history.work(() -> false)).isFalse();
    }

    @Test
    void onlyOneIsUnderWayAtATime() {
        assertThat(rereadings.start(NOON, ME)).isPresent();
        assertThat(rereadings.start(NOON, ME)).isEmpty();

        history.work(() -> false);
        assertThat(rereadings.start(NOON, ME)).isPresent();
    }

    @Test
    void stoppedItReadsNothingMoreUntilItIsResumed() {
        RereadingId id = rereadings.start(NOON.minusSeconds(60), ME).orElseThrow();
        rereadings.stop(id);

        history.work(() -> false);
        assertThat(newest().state()).isEqualTo(RereadingRun.State.STOPPED);
        assertThat(newest().read()).isZero();

        rereadings.resume(id);
        history.work(() -> false);
        assertThat(newest().state()).isEqualTo(RereadingRun.State.DONE);
        assertThat(newest().read()).isEqualTo(2);
    }

    @Test
    void processThatHasToGoLeavesItToTheNext() {
        rereadings.start(NOON.minusSeconds(60), ME);
        AtomicInteger asked = new AtomicInteger();

        history.work(() -> asked.incrementAndGet() > 0);
        assertThat(newest().isRunning()).isTrue();

        history.work(() -> false);
        assertThat(newest().state()).isEqualTo(RereadingRun.State.DONE);
    }

    @Test
    void processThatIsGoneIsWaitedForOnlyAWhile() {
        rereadings.start(NOON.minusSeconds(60), ME);
        jdbc.sql(
                        "update understanding.rereadings set holder = gen_random_uuid(), held_until = now() + interval '1 hour'")
                .update();
        assertThat(history.work(() -> false)).isFalse();

        jdbc.sql("update understanding.rereadings set held_until = now() - interval '1 hour'")
                .update();
        assertThat(history.work(() -> false)).isTrue();
        assertThat(newest().state()).isEqualTo(RereadingRun.State.DONE);
    }

    private RereadingRun newest() {
        return rereadings.newest().orElseThrow();
    }
}

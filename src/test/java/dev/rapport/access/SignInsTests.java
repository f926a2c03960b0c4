package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempts count in transactions of their own, so these tests commit; each has its own user and address. */
@OnOneDatabase
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SignInsTests {

    @Autowired
    private SignIns signIns;

    @Autowired
    private SignInAttempts attempts;

    @Autowired
    private SignInAttemptStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Users users;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    @Autowired
    private Sql sql;

    @AfterEach
    void goHome() {
        staff.goHome();
    }

    @Test
    void rightPasswordComesInWhateverTheCaseOfTheAddress() {
        User agent = staff.agent();
        assertThat(signIns.signIn(agent.email().toUpperCase(Locale.ROOT), Staff.PASSWORD, "192.0.2.1"))
                .isEqualTo(new SignInAnswer.Welcome(agent));
    }

    @Test
    void unknownAccountAndWrongPasswordGetTheSameAnswer() {
        SignInAnswer unknown = signIns.signIn("nobody@solvane.example", Staff.PASSWORD, "192.0.2.2");
        SignInAnswer wrong = signIns.signIn(staff.viewer().email(), "not the password", "192.0.2.2");
        assertThat(unknown).isEqualTo(wrong).isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void deactivatedUserIsRefused() {
        User agent = staff.user("Gone Away", Role.AGENT);
        users.deactivate(agent.id(), staff.owner());
        assertThat(signIns.signIn(agent.email(), Staff.PASSWORD, "192.0.2.3")).isEqualTo(new SignInAnswer.Refused());
    }

    @Test
    void manyFailuresMakeTheAccountWaitEvenWithTheRightPassword() {
        String email = staff.user("Often Tried", Role.AGENT).email();
        fail(email, 12, "192.0.2.4");
        assertThat(signIns.signIn(email, Staff.PASSWORD, "192.0.2.5")).isInstanceOf(SignInAnswer.Wait.class);
    }

    @Test
    void unknownAccountWaitsJustTheSame() {
        fail("never@solvane.example", 12, "192.0.2.6");
        assertThat(signIns.signIn("never@solvane.example", "x", "192.0.2.7")).isInstanceOf(SignInAnswer.Wait.class);
    }

    @Test
    void waitEnds() {
        fail("patient@solvane.example", 5, "192.0.2.8");
        assertThat(begin(later(Duration.ofSeconds(3)), "patient@solvane.example", "192.0.2.8"))
                .isZero();
    }

    @Test
    void successForgetsTheAccountsFailures() {
        String email = staff.user("Bad Typist", Role.AGENT).email();
        fail(email, 4, "192.0.2.9");
        assertThat(signIns.signIn(email, Staff.PASSWORD, "192.0.2.9")).isInstanceOf(SignInAnswer.Welcome.class);
        fail(email, 4, "192.0.2.9");
        assertThat(signIns.signIn(email, Staff.PASSWORD, "192.0.2.9")).isInstanceOf(SignInAnswer.Welcome.class);
    }

    @Test
    void oneAddressThatTriesManyAccountsWaitsToo() {
        for (int account = 0; account <= Throttle.ADDRESS.free(); account++) {
            attempts.begin("account" + account + "@solvane.example", "192.0.2.10");
        }
        assertThat(attempts.begin("another@solvane.example", "192.0.2.10")).isPositive();
    }

    @Test
    void dayWithoutFailuresForgets() {
        fail("yesterday@solvane.example", 12, "192.0.2.11");
        SignInAttempts tomorrow = later(SignInAttemptStore.MEMORY.plusMinutes(20));
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(begin(tomorrow, "yesterday@solvane.example", "192.0.2.11"))
                    .isZero();
        }
    }

    @Test
    void failureIsInTheTrailOfItsUser() {
        User agent = staff.user("Watched Over", Role.AGENT);
        signIns.signIn(agent.email(), "not the password", "192.0.2.12");
        assertThat(sql.sql("select action from access.audit_entries where subject_id = :id")
                        .param("id", Long.toString(agent.id().value()))
                        .list(String.class))
                .containsExactly("sign-in.failed");
    }

    /** Each failure happens after the wait of the one before. */
    private void fail(String email, int times, String address) {
        for (int time = 0; time < times; time++) {
            begin(later(Duration.ofSeconds(-1000L * (times - time - 1))), email, address);
        }
    }

    private SignInAttempts later(Duration by) {
        return new SignInAttempts(store, Clock.offset(clock, by));
    }

    private Duration begin(SignInAttempts at, String email, String address) {
        return Objects.requireNonNull(transaction.execute(status -> at.begin(email, address)));
    }
}

package dev.rapport.access;

import dev.rapport.access.SignInAttemptStore.Attempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down whoever guesses passwords. An attempt counts as failed before the password is looked at, in a transaction of
 * its own, so that guesses sent at the same moment cannot all pass the gate.
 */
@Component
class SignInAttempts {

    private final SignInAttemptStore attempts;
    private final Clock clock;

    SignInAttempts(SignInAttemptStore attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Lets an attempt begin (zero), or says how long to wait. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Duration begin(String email, String address) {
        Instant now = now();
        List<Gate> gates =
                List.of(gate(account(email), Throttle.ACCOUNT, now), gate(network(address), Throttle.ADDRESS, now));
        Duration wait = gates.stream()
                .map(gate -> gate.remaining(now))
                .max(Duration::compareTo)
                .orElseThrow();
        if (wait.isPositive()) {
            return wait;
        }
        gates.forEach(gate -> count(gate, now));
        return Duration.ZERO;
    }

    /** The attempt turned out well: the account's failures are forgotten, the address's stand. */
    @Transactional
    void succeeded(String email, String address) {
        attempts.forget(account(email));
        attempts.forgive(network(address));
        attempts.forgetOld(now());
    }

    /** In steps that the database keeps exactly; a rounded one would look like a wait. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Gate gate(Secret who, Throttle throttle, Instant now) {
        return new Gate(who, throttle, attempts.lock(who, now));
    }

    private void count(Gate gate, Instant now) {
        int failures = gate.attempts().failures() + 1;
        attempts.put(gate.who(), failures, now, now.plus(gate.throttle().waitAfter(failures)));
    }

    private static Secret account(String email) {
        return new Secret("account " + email);
    }

    private static Secret network(String address) {
        return new Secret("address " + address);
    }

    private record Gate(Secret who, Throttle throttle, Attempts attempts) {

        Duration remaining(Instant now) {
            return Duration.between(now, attempts.blockedUntil());
        }
    }
}

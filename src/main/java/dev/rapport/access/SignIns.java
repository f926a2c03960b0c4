package dev.rapport.access;

import dev.rapport.shared.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in with address and password. */
@Service
public class SignIns {

    private final UserStore users;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SignIns(
            UserStore users,
            Passwords passwords,
            SignInAttempts attempts,
            Audit audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Tries a password. Hashing takes long by design and happens outside of any transaction.
     *
     * @param address the network address it comes from
     */
    public SignInAnswer signIn(String email, String password, String address) {
        Optional<EmailAddress> parsed = EmailAddress.parse(email);
        String account = parsed.map(EmailAddress::value).orElse("");
        Duration wait = attempts.begin(account, address);
        if (wait.isPositive()) {
            return new SignInAnswer.Wait(wait);
        }
        Optional<User> user = parsed.flatMap(users::byEmail);
        String hash = user.map(User::id).flatMap(users::passwordHash).orElse(null);
        boolean matches = passwords.match(password, hash);
        return user.filter(known -> matches && known.isActive())
                .<SignInAnswer>map(known -> welcome(known, account, address))
                .orElseGet(() -> refuse(user));
    }

    private SignInAnswer welcome(User user, String account, String address) {
        transaction.executeWithoutResult(status -> {
            attempts.succeeded(account, address);
            audit.recordBy(user.id(), "sign-in.succeeded", Map.of());
        });
        return new SignInAnswer.Welcome(user);
    }

    private SignInAnswer refuse(Optional<User> user) {
        user.map(User::id).ifPresent(this::noteFailure);
        return new SignInAnswer.Refused();
    }

    private void noteFailure(UserId user) {
        transaction.executeWithoutResult(status -> audit.record("sign-in.failed", "user", user, Map.of()));
    }
}

package dev.rapport.access;

import dev.rapport.access.OneTimeLinkStore.Purpose;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that sign a user in once, within ten minutes. */
@Service
public class SignInLinks {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final OneTimeLinkStore links;
    private final UserStore users;
    private final PublicUrl publicUrl;
    private final Audit audit;
    private final Clock clock;

    SignInLinks(OneTimeLinkStore links, UserStore users, PublicUrl publicUrl, Audit audit, Clock clock) {
        this.links = links;
        this.users = users;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a new link for {@code user} and returns its whole address. */
    @Transactional
    public String issue(UserId user) {
        Secret secret = Secret.random("");
        links.removeFor(Purpose.SIGN_IN, user);
        links.add(secret, Purpose.SIGN_IN, user, clock.instant().plus(LIFE));
        audit.record("sign-in-link.issued", "user", user, Map.of());
        return publicUrl.of("/sign-in/link/" + secret.text());
    }

    /** Whether the link with this secret can still be used. */
    @Transactional(readOnly = true)
    public boolean isOpen(String secret) {
        return links.isOpen(new Secret(secret), Purpose.SIGN_IN, clock.instant());
    }

    /** Uses the link up; empty when it is unknown, used, too old, or its user was deactivated. */
    @Transactional
    public Optional<User> use(String secret) {
        Optional<User> user = links.useOfUser(new Secret(secret), Purpose.SIGN_IN, clock.instant())
                .flatMap(users::find)
                .filter(User::isActive);
        user.ifPresent(known -> audit.recordBy(known.id(), "sign-in.by-link", Map.of()));
        return user;
    }
}

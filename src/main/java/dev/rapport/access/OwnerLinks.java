package dev.rapport.access;

import dev.rapport.access.OneTimeLinkStore.Purpose;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for whoever runs the server: a link, shown on its console only, that makes its holder an owner. It works
 * once, for a day, and a new one makes the older worthless. For an address that is a user's already it sets the password
 * anew and makes that user an active owner, so that a forgotten password or a lost last owner never locks anybody out.
 */
@Service
public class OwnerLinks {

    static final Duration LIFE = Duration.ofHours(24);

    private final OneTimeLinkStore links;
    private final UserStore users;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final PublicUrl publicUrl;
    private final Audit audit;
    private final Clock clock;

    OwnerLinks(
            OneTimeLinkStore links,
            UserStore users,
            SessionStore sessions,
            Passwords passwords,
            PublicUrl publicUrl,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a new link and returns its whole address. */
    @Transactional
    public String issue() {
        Secret secret = Secret.random("");
        links.removeFor(Purpose.OWNER, null);
        links.add(secret, Purpose.OWNER, null, clock.instant().plus(LIFE));
        audit.record("owner-link.issued", "owner-link", secret.ending(), Map.of());
        return publicUrl.of("/set-up/" + secret.text());
    }

    /** Whether the link with this secret can still be used. */
    @Transactional(readOnly = true)
    public boolean isOpen(String secret) {
        return links.isOpen(new Secret(secret), Purpose.OWNER, clock.instant());
    }

    /** Uses the link up; empty when it is unknown, used or too old. */
    @Transactional
    public Optional<User> use(BecomeOwner command) {
        if (!links.use(new Secret(command.secret()), Purpose.OWNER, clock.instant())) {
            return Optional.empty();
        }
        NewUser user = command.user();
        UserId id =
                users.byEmail(user.email()).map(known -> recover(known, user)).orElseGet(() -> create(user));
        return users.find(id);
    }

    private UserId create(NewUser user) {
        UserId id = users.add(user, Role.OWNER, passwords.hash(user.password()), clock.instant());
        audit.recordBy(id, "user.created", Map.of("role", Role.OWNER.name()));
        return id;
    }

    private UserId recover(User known, NewUser user) {
        users.changeRole(known.id(), Role.OWNER);
        users.reactivate(known.id());
        users.changePassword(known.id(), passwords.hash(user.password()));
        sessions.endAll(known.id());
        audit.recordBy(known.id(), "owner.recovered", Map.of());
        return known.id();
    }
}

package dev.rapport.access;

import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work here. They come by invitation, see {@link Invitations}. */
@Service
public class Users {

    private final UserStore users;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    Users(UserStore users, SessionStore sessions, Passwords passwords, Audit audit, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The user, active or not. */
    @Transactional(readOnly = true)
    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    /** The user who signs in with this address, active or not. */
    @Transactional(readOnly = true)
    public Optional<User> find(EmailAddress email) {
        return users.byEmail(email);
    }

    /** Everybody who can sign in, by name. */
    @Transactional(readOnly = true)
    public List<User> active() {
        return users.active();
    }

    /** An active owner, the first there was; empty on a new deployment. */
    @Transactional(readOnly = true)
    public Optional<User> firstOwner() {
        return users.active().stream()
                .filter(User::isOwner)
                .min((a, b) -> Long.compare(a.id().value(), b.id().value()));
    }

    /**
     * Gives a user another role.
     *
     * @throws NotAllowed when {@code by} may not appoint to the old or the new role, or it is the last owner's
     */
    @Transactional
    public void changeRole(UserId id, Role role, User by) {
        User user = appointable(id, by);
        if (!by.role().mayAppoint(role)) {
            throw new NotAllowed("users.not-allowed");
        }
        if (role != Role.OWNER) {
            keepAnOwner(id);
        }
        users.changeRole(id, role);
        audit.record("user.role-changed", "user", id, Map.of("from", user.role().name(), "to", role.name()));
    }

    /**
     * Ends a user's access at once; what they did stays.
     *
     * @throws NotAllowed when {@code by} may not, or it is the last owner
     */
    @Transactional
    public void deactivate(UserId id, User by) {
        appointable(id, by);
        keepAnOwner(id);
        users.deactivate(id, clock.instant());
        sessions.endAll(id);
        audit.record("user.deactivated", "user", id, Map.of());
    }

    /** Lets a deactivated user in again, with the password and role of before. */
    @Transactional
    public void reactivate(UserId id, User by) {
        appointable(id, by);
        users.reactivate(id);
        audit.record("user.reactivated", "user", id, Map.of());
    }

    @Transactional
    public void changeProfile(ChangeProfile change) {
        users.changeProfile(change);
        audit.record("user.profile-changed", "user", change.user(), Map.of());
    }

    /** Changes a user's own password and ends their other sessions; false when {@code current} is not the password. */
    @Transactional
    public boolean changePassword(ChangePassword change) {
        String hash = users.passwordHash(change.user()).orElse(null);
        if (!passwords.match(change.current(), hash)) {
            return false;
        }
        users.changePassword(change.user(), passwords.hash(change.wanted()));
        sessions.endOthers(change.user(), change.sessionId());
        audit.record("user.password-changed", "user", change.user(), Map.of());
        return true;
    }

    /** Signs a user out everywhere but in the session with this id; returns in how many places. */
    @Transactional
    public int signOutElsewhere(UserId id, String sessionId) {
        int ended = sessions.endOthers(id, sessionId);
        audit.record("user.signed-out-elsewhere", "user", id, Map.of("sessions", Integer.toString(ended)));
        return ended;
    }

    private User appointable(UserId id, User by) {
        return users.find(id)
                .filter(user -> by.role().mayAppoint(user.role()))
                .orElseThrow(() -> new NotAllowed("users.not-allowed"));
    }

    private void keepAnOwner(UserId id) {
        if (users.lockOwners().equals(List.of(id))) {
            throw new NotAllowed("users.last-owner");
        }
    }
}

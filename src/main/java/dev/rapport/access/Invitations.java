package dev.rapport.access;

import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How users come to be: somebody who may appoint to a role invites an address, and hands over the link, which works once
 * within a week.
 */
@Service
public class Invitations {

    static final Duration LIFE = Duration.ofDays(7);

    private final InvitationStore invitations;
    private final UserStore users;
    private final TeamStore teams;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final PublicUrl publicUrl;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            InvitationStore invitations,
            UserStore users,
            TeamStore teams,
            SessionStore sessions,
            Passwords passwords,
            PublicUrl publicUrl,
            Audit audit,
            Clock clock) {
        this.invitations = invitations;
        this.users = users;
        this.teams = teams;
        this.sessions = sessions;
        this.passwords = passwords;
        this.publicUrl = publicUrl;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Invites somebody and returns the link's whole address, which cannot be shown again.
     *
     * @throws NotAllowed when {@code by} may not appoint to the role, or the address is a user's already
     */
    @Transactional
    public String invite(InviteUser invite, User by) {
        requireAppointable(invite.role(), by);
        if (users.byEmail(invite.email()).isPresent()) {
            throw new NotAllowed("invitations.known");
        }
        return put(invite, by, "invitation.sent");
    }

    /**
     * Makes a link by which a user who forgot their password chooses a new one; it is an invitation to come in again, and
     * void as soon as their role changes.
     *
     * @throws NotAllowed when {@code by} may not appoint to the user's role, or the user is deactivated
     */
    @Transactional
    public String inviteAgain(UserId id, User by) {
        User user = users.find(id).filter(User::isActive).orElseThrow(() -> new NotAllowed("users.not-allowed"));
        requireAppointable(user.role(), by);
        InviteUser invite = new InviteUser(new EmailAddress(user.email()), user.role(), Set.of());
        return put(invite, by, "invitation.sent-again");
    }

    /** Makes a new link for an open or expired invitation; the older one stops working. */
    @Transactional
    public Optional<String> renew(InvitationId id, User by) {
        return invitations.find(id).map(old -> {
            requireAppointable(old.role(), by);
            return put(new InviteUser(old.email(), old.role(), Set.copyOf(old.teams())), by, "invitation.renewed");
        });
    }

    /** Takes an invitation back. */
    @Transactional
    public void revoke(InvitationId id, User by) {
        invitations.find(id).ifPresent(invitation -> {
            requireAppointable(invitation.role(), by);
            invitations.remove(id);
            audit.record("invitation.revoked", "invitation", id, Map.of());
        });
    }

    /** The invitation of this secret, if it is open. */
    @Transactional(readOnly = true)
    public Optional<Invitation> find(String secret) {
        return invitations.open(new Secret(secret), clock.instant());
    }

    /**
     * Uses the invitation up: makes the user, or gives the one who was invited again the new password and ends their
     * sessions. Empty when the invitation is unknown, used, revoked or too old.
     */
    @Transactional
    public Optional<User> accept(AcceptInvitation command) {
        return invitations
                .take(new Secret(command.secret()), clock.instant())
                .flatMap(invitation -> users.byEmail(invitation.email())
                        .map(known -> comeBack(known, invitation, command.password()))
                        .orElseGet(() -> create(command.user(invitation.email()), invitation)));
    }

    /** Only in the role of the invitation, so that no link to a lower role opens a higher one. */
    private Optional<User> comeBack(User known, Invitation invitation, String password) {
        if (!known.isActive() || known.role() != invitation.role()) {
            return Optional.empty();
        }
        users.changePassword(known.id(), passwords.hash(password));
        sessions.endAll(known.id());
        audit.recordBy(known.id(), "user.password-renewed", Map.of());
        return Optional.of(known);
    }

    private Optional<User> create(NewUser user, Invitation invitation) {
        UserId id = users.add(user, invitation.role(), passwords.hash(user.password()), clock.instant());
        for (TeamId team : invitation.teams()) {
            teams.addMembers(team, Set.of(id));
        }
        audit.recordBy(id, "user.created", Map.of("role", invitation.role().name()));
        return users.find(id);
    }

    private String put(InviteUser invite, User by, String action) {
        Secret secret = Secret.random("");
        Instant now = clock.instant();
        InvitationId id = invitations.put(invite, secret, by.id(), now, now.plus(LIFE));
        audit.record(action, "invitation", id, Map.of("role", invite.role().name()));
        return publicUrl.of("/invitations/" + secret.text());
    }

    private static void requireAppointable(Role role, User by) {
        if (!by.role().mayAppoint(role)) {
            throw new NotAllowed("users.not-allowed");
        }
    }
}

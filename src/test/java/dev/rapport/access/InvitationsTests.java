package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.shared.TeamId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOneDatabase
class InvitationsTests {

    private static final EmailAddress GUEST = new EmailAddress("tove.lind@solvane.example");

    @Autowired
    private Invitations invitations;

    @Autowired
    private InvitationStore store;

    @Autowired
    private UserStore users;

    @Autowired
    private TeamStore teamStore;

    @Autowired
    private SessionStore sessions;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Users faces;

    @Autowired
    private PublicUrl publicUrl;

    @Autowired
    private Audit audit;

    @Autowired
    private Teams teams;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    @Test
    void invitationMakesAUserWithItsRoleAndTeamsOnce() {
        TeamId nordics = teams.create("Nordics");
        String secret = secret(invitations.invite(new InviteUser(GUEST, Role.AGENT, Set.of(nordics)), staff.manager()));
        User user = invitations.accept(acceptance(secret)).orElseThrow();
        assertThat(user.role()).isEqualTo(Role.AGENT);
        assertThat(user.email()).isEqualTo(GUEST.value());
        assertThat(teams.of(user.id())).containsExactly(nordics);
        assertThat(invitations.accept(acceptance(secret))).isEmpty();
    }

    @Test
    void managerCannotInviteAnOwner() {
        InviteUser invite = new InviteUser(GUEST, Role.OWNER, Set.of());
        assertThatThrownBy(() -> invitations.invite(invite, staff.manager())).isInstanceOf(NotAllowed.class);
    }

    @Test
    void userCannotBeInvitedAgain() {
        InviteUser invite = new InviteUser(new EmailAddress(staff.agent().email()), Role.AGENT, Set.of());
        assertThatThrownBy(() -> invitations.invite(invite, staff.owner())).hasMessage("invitations.known");
    }

    @Test
    void renewedInvitationClosesTheOlderLink() {
        String older = secret(invitations.invite(invite(), staff.owner()));
        InvitationId id = invitations.find(older).orElseThrow().id();
        String newer = secret(invitations.renew(id, staff.owner()).orElseThrow());
        assertThat(invitations.find(older)).isEmpty();
        assertThat(invitations.find(newer)).isPresent();
    }

    @Test
    void revokedInvitationDoesNotWork() {
        String secret = secret(invitations.invite(invite(), staff.owner()));
        invitations.revoke(invitations.find(secret).orElseThrow().id(), staff.manager());
        assertThat(invitations.accept(acceptance(secret))).isEmpty();
    }

    @Test
    void invitationExpires() {
        String secret = secret(invitations.invite(invite(), staff.owner()));
        Clock later = Clock.offset(clock, Invitations.LIFE.plusSeconds(1));
        Invitations nextWeek = new Invitations(store, users, teamStore, sessions, passwords, publicUrl, audit, later);
        assertThat(nextWeek.accept(acceptance(secret))).isEmpty();
    }

    @Test
    void forgottenPasswordIsReplacedByALink() {
        User agent = staff.agent();
        String secret = secret(invitations.inviteAgain(agent.id(), staff.manager()));
        assertThat(invitations.accept(
                        new AcceptInvitation(secret, "Ignored", "another long phrase", Locale.FRENCH, ZoneOffset.UTC)))
                .contains(agent);
        assertThat(passwords.match(
                        "another long phrase", users.passwordHash(agent.id()).orElse(null)))
                .isTrue();
    }

    @Test
    void linkForANewPasswordIsVoidWhenTheRoleChanged() {
        User agent = staff.agent();
        String secret = secret(invitations.inviteAgain(agent.id(), staff.manager()));
        faces.changeRole(agent.id(), Role.OWNER, staff.owner());
        assertThat(invitations.accept(acceptance(secret))).isEmpty();
        assertThat(passwords.match(
                        Staff.PASSWORD, users.passwordHash(agent.id()).orElse(null)))
                .isTrue();
    }

    @Test
    void managerMakesNoLinkForAnOwner() {
        assertThatThrownBy(() -> invitations.inviteAgain(staff.owner().id(), staff.manager()))
                .isInstanceOf(NotAllowed.class);
    }

    private static InviteUser invite() {
        return new InviteUser(GUEST, Role.AGENT, Set.of());
    }

    private static AcceptInvitation acceptance(String secret) {
        return new AcceptInvitation(secret, "Tove Lind", Staff.PASSWORD, Locale.ENGLISH, ZoneOffset.UTC);
    }

    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}

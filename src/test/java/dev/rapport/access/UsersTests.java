package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.shared.Sql;
import dev.rapport.shared.Theme;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOneDatabase
class UsersTests {

    @Autowired
    private Users users;

    @Autowired
    private Staff staff;

    @Autowired
    private Sql sql;

    @Test
    void lastOwnerStays() {
        User owner = staff.owner();
        assertThatThrownBy(() -> users.changeRole(owner.id(), Role.AGENT, owner))
                .hasMessage("users.last-owner");
        assertThatThrownBy(() -> users.deactivate(owner.id(), owner)).hasMessage("users.last-owner");
    }

    @Test
    void ownerMayGoWhenThereIsAnother() {
        User owner = staff.owner();
        User second = staff.user("Second Owner", Role.OWNER);
        users.changeRole(owner.id(), Role.AGENT, second);
        assertThat(users.find(owner.id()).orElseThrow().role()).isEqualTo(Role.AGENT);
    }

    @Test
    void managerCannotTouchAnOwnerNorMakeOne() {
        assertThatThrownBy(() -> users.deactivate(staff.owner().id(), staff.manager()))
                .hasMessage("users.not-allowed");
        assertThatThrownBy(() -> users.changeRole(staff.agent().id(), Role.OWNER, staff.manager()))
                .hasMessage("users.not-allowed");
    }

    @Test
    void deactivatedUserIsNotListedAndMayComeBack() {
        User agent = staff.agent();
        users.deactivate(agent.id(), staff.manager());
        assertThat(users.active()).extracting(User::id).doesNotContain(agent.id());
        users.reactivate(agent.id(), staff.manager());
        assertThat(users.active()).extracting(User::id).contains(agent.id());
    }

    @Test
    void roleChangeIsInTheTrailWithBothRoles() {
        User viewer = staff.viewer();
        users.changeRole(viewer.id(), Role.AGENT, staff.owner());
        assertThat(sql.sql("""
                select facts::text from access.audit_entries
                where action = 'user.role-changed' and subject_id = :id
                """).param("id", Long.toString(viewer.id().value())).list(String.class))
                .singleElement()
                .asString()
                .contains("VIEWER", "AGENT");
    }

    @Test
    void profileIsKept() {
        User agent = staff.agent();
        users.changeProfile(
                new ChangeProfile(agent.id(), "Amina D.", Locale.FRENCH, ZoneId.of("Africa/Dakar"), Theme.DARK, false));
        User changed = users.find(agent.id()).orElseThrow();
        assertThat(changed.name()).isEqualTo("Amina D.");
        assertThat(changed.language()).isEqualTo(Locale.FRENCH);
        assertThat(changed.zone()).isEqualTo(ZoneId.of("Africa/Dakar"));
        assertThat(changed.theme()).isEqualTo(Theme.DARK);
        assertThat(changed.answersKeys()).isFalse();
    }

    @Test
    void passwordChangesOnlyWithTheCurrentOne() {
        User agent = staff.agent();
        assertThat(users.changePassword(new ChangePassword(agent.id(), "a guess at it", "another long phrase", "s")))
                .isFalse();
        assertThat(users.changePassword(new ChangePassword(agent.id(), Staff.PASSWORD, "another long phrase", "s")))
                .isTrue();
    }
}

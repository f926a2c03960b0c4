package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.shared.TeamId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOneDatabase
class TeamsTests {

    @Autowired
    private Teams teams;

    @Autowired
    private Staff staff;

    @Test
    void membersAreSetAsAWhole() {
        TeamId care = teams.create("Care");
        teams.change(
                care, "Care, Nordics", Set.of(staff.agent().id(), staff.viewer().id()));
        teams.change(care, "Care, Nordics", Set.of(staff.agent().id()));
        assertThat(teams.of(staff.agent().id())).containsExactly(care);
        assertThat(teams.of(staff.viewer().id())).isEmpty();
        assertThat(teams.find(care)).contains(new Team(care, "Care, Nordics"));
    }

    @Test
    void twoTeamsCannotHaveOneName() {
        teams.create("Care");
        assertThatThrownBy(() -> teams.create("CARE")).hasMessage("teams.taken");
    }

    @Test
    void teamKeepsItsOwnName() {
        TeamId care = teams.create("Care");
        teams.change(care, "care", Set.of());
        assertThat(teams.all()).containsExactly(new Team(care, "care"));
    }
}

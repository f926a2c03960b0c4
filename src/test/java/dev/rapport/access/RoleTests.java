package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void eachRoleCoversItselfAndTheLowerOnes() {
        assertThat(Role.MANAGER.covers(Role.MANAGER)).isTrue();
        assertThat(Role.MANAGER.covers(Role.VIEWER)).isTrue();
        assertThat(Role.MANAGER.covers(Role.OWNER)).isFalse();
    }

    @Test
    void onlyOwnersAppointOwners() {
        assertThat(Role.OWNER.appoints()).containsExactly(Role.OWNER, Role.MANAGER, Role.AGENT, Role.VIEWER);
        assertThat(Role.MANAGER.appoints()).containsExactly(Role.MANAGER, Role.AGENT, Role.VIEWER);
    }

    @Test
    void agentsAppointNobody() {
        assertThat(Role.AGENT.appoints()).isEmpty();
    }
}

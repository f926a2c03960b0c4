package dev.rapport;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesKeepToTheirWalls() {
        ApplicationModules.of(Rapport.class).verify();
    }
}

package dev.rapport.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** What every test with a Spring context may count on. */
@ApplicationModuleTest
class TestDatabaseTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void contextHasADatabaseOfItsOwnWithTheRootMigrations() {
        assertThat(jdbc.sql("select current_database()").query(String.class).single())
                .startsWith("rapport_test_");
        assertThat(jdbc.sql("select similarity('delayed', 'delay') > 0 and unaccent('Zoé') = 'Zoe'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}

package dev.rapport.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class OutsideDatabaseTests {

    private final DatabaseConnection database = TestServer.newDatabase();

    @Test
    void wrongPasswordIsSaidWithoutSayingIt() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> OutsideDatabase.at(database.url(), database.user(), "not-the-password"))
                .withMessageContaining("refuses user " + database.user())
                .satisfies(failure -> assertThat(failure).message().doesNotContain("not-the-password"));
    }

    @Test
    void missingDatabaseIsNamed() {
        DatabaseConnection missing = database.database("nowhere");
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> OutsideDatabase.at(missing.url(), missing.user(), missing.password()))
                .withMessageContaining("/nowhere does not exist");
    }

    @Test
    void unreachableServerIsSaidWithoutTheUrlsParameters() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> OutsideDatabase.at("jdbc:postgresql://127.0.0.1:1/rapport?password=secret", "me", ""))
                .withMessageContaining("127.0.0.1:1/rapport cannot be reached")
                .satisfies(failure -> assertThat(failure).message().doesNotContain("secret"));
    }

    @Test
    void urlOfAnotherKindIsRefusedWithoutRepeatingIt() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> OutsideDatabase.at("postgres://me:secret@host/rapport", "", ""))
                .withMessageContaining("jdbc:postgresql://host:5432/database")
                .satisfies(failure -> assertThat(failure).message().doesNotContain("secret"));
    }

    @Test
    void olderThanFifteenIsRefused() {
        OutsideDatabase outside = new OutsideDatabase(database);
        outside.requireRecent(150_000);
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> outside.requireRecent(140_012))
                .withMessageContaining("is PostgreSQL 14; Rapport needs PostgreSQL 15 or newer");
    }

    @Test
    void parametersOfTheUrlWin() {
        assertThat(ConnectionParameters.addTo("jdbc:postgresql://host/rapport?ApplicationName=mine"))
                .startsWith("jdbc:postgresql://host/rapport?ApplicationName=mine&reWriteBatchedInserts=true")
                .doesNotContain("ApplicationName=rapport");
    }
}

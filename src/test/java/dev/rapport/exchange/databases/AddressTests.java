package dev.rapport.exchange.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.CannotSave;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db?socketFactory=x",
                "db/other?a=b",
                "db&loggerLevel=TRACE",
                "db:5432/x",
                "db,evil.example",
                "address=(host=evil)",
                "db;encrypt=false",
                "db#x",
                "user@db",
                "db%3Fa=b",
                "db\nx",
                "-db",
                "[::1]?a=b"
            })
    void hostIsAHostAndNothingElse(String host) {
        for (DatabaseKind kind : DatabaseKind.values()) {
            assertThatThrownBy(() -> new Address(kind, host, 1, "crm"))
                    .isInstanceOfSatisfying(
                            CannotSave.class,
                            cannot -> assertThat(cannot.field()).isEqualTo("host"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crm?allowMultiQueries=true",
                "crm&x=y",
                "crm;x=y",
                "crm/../x",
                "crm#x",
                "a b",
                "crm%3Fx",
                "crm\\x"
            })
    void databaseIsANameAndNothingElse(String database) {
        for (DatabaseKind kind : DatabaseKind.values()) {
            assertThatThrownBy(() -> new Address(kind, "db", 1, database))
                    .isInstanceOfSatisfying(
                            CannotSave.class,
                            cannot -> assertThat(cannot.field()).isEqualTo("database"));
        }
    }

    @Test
    void addressIsBuiltFromItsParts() {
        assertThat(new Address(DatabaseKind.POSTGRESQL, "db.inside", 5432, "Kunden_ä").url())
                .isEqualTo("jdbc:postgresql://db.inside:5432/Kunden_%C3%A4");
        assertThat(new Address(DatabaseKind.MARIADB, "::1", 3306, "crm").url())
                .isEqualTo("jdbc:mariadb://[::1]:3306/crm");
        assertThat(new Address(DatabaseKind.SQL_SERVER, "db", 1433, "crm").url())
                .isEqualTo("jdbc:sqlserver://");
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void serverIsVerifiedUnlessSomebodySaidOtherwise(Tls tls) {
        boolean verifies = tls == Tls.VERIFY;

        assertThat(told(DatabaseKind.POSTGRESQL, tls).getProperty("sslmode").equals("verify-full"))
                .isEqualTo(verifies);
        assertThat(told(DatabaseKind.MARIADB, tls).getProperty("sslMode").equals("verify-full"))
                .isEqualTo(verifies);
        Properties sqlServer = told(DatabaseKind.SQL_SERVER, tls);
        assertThat(sqlServer.getProperty("encrypt").equals("true")
                        && sqlServer.getProperty("trustServerCertificate").equals("false"))
                .isEqualTo(verifies);
    }

    @Test
    void mariaDbServerGetsNoFilesOfOurs() {
        Properties told = told(DatabaseKind.MARIADB, Tls.VERIFY);

        assertThat(told.getProperty("allowLocalInfile")).isEqualTo("false");
        assertThat(told.getProperty("allowMultiQueries")).isEqualTo("false");
    }

    private static Properties told(DatabaseKind kind, Tls tls) {
        return new Address(kind, "db", 1, "crm").properties("reader", "secret", tls);
    }
}

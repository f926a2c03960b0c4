package dev.rapport.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.shared.RapportHome;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class DatabaseConfigurationTests {

    private final RapportHome home = TestHome.empty("configured-home");
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withPropertyValues(
                    "rapport.home=" + home.folder(), "spring.flyway.locations=classpath:db/migration/__root");

    @Test
    void withoutAnUrlTheEmbeddedDatabaseIsOwnedAndStoppedAfterThePool() {
        application.withPropertyValues("rapport.database.pool-size=3").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(PlatformTransactionManager.class);
            assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize())
                    .isEqualTo(3);
            assertThat(answer(context.getBean(JdbcClient.class), "show data_checksums"))
                    .isEqualTo("on");
            assertThat(PostgresFolder.in(home).running()).exists();
        });
        assertThat(PostgresFolder.in(home).running()).doesNotExist();
        assertThat(Files.exists(PostgresFolder.in(home).data().resolve("postmaster.pid")))
                .isFalse();
    }

    @Test
    void commandAttachesToTheServersDatabase() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            application
                    .withPropertyValues("rapport.database.attach=true")
                    .run(context -> assertThat(context.getBean(DatabaseConnection.class))
                            .isEqualTo(server.connection()));
            application.run(
                    context -> assertThat(context).getFailure().rootCause().isInstanceOf(HomeInUse.class));
        }
    }

    @Test
    void outsideDatabaseIsUsedWhenItsUrlIsGiven() {
        DatabaseConnection outside = TestServer.newDatabase();
        String plainUrl = "jdbc:postgresql://" + outside.address();
        application
                .withPropertyValues(
                        "rapport.database.url=" + plainUrl,
                        "rapport.database.user=" + outside.user(),
                        "rapport.database.password=" + outside.password())
                .run(context -> {
                    assertThat(answer(context.getBean(JdbcClient.class), "select current_database()"))
                            .isEqualTo(outside.address().replaceFirst(".*/", ""));
                    assertThat(answer(context.getBean(JdbcClient.class), "show application_name"))
                            .isEqualTo("rapport");
                    assertThat(context.getBean(DatabaseConnection.class).url())
                            .contains("reWriteBatchedInserts=true", "tcpKeepAlive=true", "connectTimeout=");
                });
        assertThat(PostgresFolder.in(home).data()).doesNotExist();
    }

    private static String answer(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}

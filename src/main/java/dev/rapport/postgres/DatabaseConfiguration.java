package dev.rapport.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.shared.RapportHome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Provides the {@code DataSource}: an outside database when {@code rapport.database.url} (RAPPORT_DATABASE_URL) is set,
 * else the embedded one in {@code rapport.home} (RAPPORT_HOME). The pool is closed before the server is stopped.
 *
 * <p>This module is one of the application's shared modules, so that tests of single modules have it too, although no
 * module depends on it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    RapportHome rapportHome(@Value("${rapport.home:}") String folder) {
        return RapportHome.of(folder);
    }

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(RapportHome home, Environment environment) {
        return DatabaseServer.open(home, environment::getProperty);
    }

    @Bean
    DatabaseConnection databaseConnection(DatabaseServer server) {
        RestoreMark.refuseUnfinished(server.connection());
        return server.connection();
    }

    @Bean
    Backups backups(RapportHome home, DatabaseConnection connection) {
        return new Backups(home, connection);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            DatabaseConnection connection, @Value("${rapport.database.pool-size:12}") int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rapport");
        config.setJdbcUrl(connection.url());
        config.setUsername(connection.user());
        config.setPassword(connection.password());
        config.setMaximumPoolSize(poolSize);
        return new HikariDataSource(config);
    }

    @Bean
    FlywayMigrationStrategy migratesEachModule() {
        return new MigratesEachModule();
    }
}

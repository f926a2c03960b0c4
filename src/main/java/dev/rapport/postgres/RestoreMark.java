package dev.rapport.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A table that is there as long as a restore is not finished, so that nobody works on half a database. */
final class RestoreMark {

    static final String TABLE = "rapport_restore_unfinished";

    private RestoreMark() {}

    static boolean isSet(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select to_regclass('public." + TABLE + "') is not null")
                .query(Boolean.class)
                .single();
    }

    static void set(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table public." + TABLE + " ()");
        }
    }

    static void remove(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table public." + TABLE);
        }
    }

    /**
     * @throws DatabaseUnavailable when a restore into this database was broken off
     */
    static void refuseUnfinished(DatabaseConnection database) {
        try (Connection open = database.open()) {
            if (isSet(open)) {
                throw new DatabaseUnavailable("A restore into the database at " + database.address()
                        + " was broken off. Run the restore again; it begins anew.");
            }
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(
                    "The database at " + database.address() + " cannot be used: " + failed.getMessage(), failed);
        }
    }
}

package dev.rapport.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that somebody else runs, checked once before it is used. */
record OutsideDatabase(DatabaseConnection connection) implements DatabaseServer {

    private static final int OLDEST_MAJOR_VERSION = 15;

    /**
     * @throws DatabaseUnavailable when it cannot be reached, refuses us, or is too old
     */
    static OutsideDatabase at(String url, String user, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailable(
                    "RAPPORT_DATABASE_URL must look like jdbc:postgresql://host:5432/database; it does not.");
        }
        OutsideDatabase database =
                new OutsideDatabase(new DatabaseConnection(ConnectionParameters.addTo(url), user, password));
        database.check();
        return database;
    }

    /** Does nothing: whoever runs it stops it. */
    @Override
    public void close() {}

    private void check() {
        try (Connection open = connection.open();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery("show server_version_num")) {
            row.next();
            requireRecent(row.getInt(1));
        } catch (SQLException refused) {
            throw new DatabaseUnavailable(reason(refused), refused);
        }
    }

    /**
     * @param version as {@code server_version_num} has it: 180006 is 18.6
     */
    void requireRecent(int version) {
        if (version < OLDEST_MAJOR_VERSION * 10_000) {
            throw new DatabaseUnavailable("The database at " + connection.address() + " is PostgreSQL "
                    + version / 10_000 + "; Rapport needs PostgreSQL " + OLDEST_MAJOR_VERSION + " or newer.");
        }
    }

    private String reason(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        String at = "The database at " + connection.address();
        return switch (state) {
            case "28P01", "28000" ->
                at + " refuses user " + connection.user()
                        + ". Check RAPPORT_DATABASE_USER, RAPPORT_DATABASE_PASSWORD and the server's pg_hba.conf.";
            case "3D000" -> at + " does not exist. Create it, owned by " + connection.user() + ".";
            case "08001", "08004", "08006" -> at + " cannot be reached. Is it running, is RAPPORT_DATABASE_URL right?";
            default -> at + " cannot be used: " + refused.getMessage();
        };
    }
}

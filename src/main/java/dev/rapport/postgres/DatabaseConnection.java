package dev.rapport.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What it takes to connect: a JDBC URL, a user and a password, which never shows in {@link #toString()}. */
public record DatabaseConnection(String url, String user, String password) {

    /** Opens a connection outside the pool, for whoever keeps one for long, such as a listener; the caller closes it. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same server and user, another database. */
    DatabaseConnection database(String name) {
        int query = url.indexOf('?');
        String address = query < 0 ? url : url.substring(0, query);
        String rest = query < 0 ? "" : url.substring(query);
        return new DatabaseConnection(address.substring(0, address.lastIndexOf('/') + 1) + name + rest, user, password);
    }

    /** Host, port and database without parameters, for messages. */
    String address() {
        return url.replaceFirst("\\?.*$", "").replaceFirst("^jdbc:postgresql:(//)?", "");
    }

    @Override
    public String toString() {
        return "DatabaseConnection[" + address() + " as " + user + "]";
    }
}

package dev.rapport.exchange.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real database of another system with a table of customers, as a CRM would have it. */
record TheirDatabase(DatabaseKind kind, String host, int port, String database, String user, String password) {

    private static final String[] TABLES = {"customers", "told_back"};

    /** Empty tables. */
    void begin() throws SQLException {
        String time = kind == DatabaseKind.MARIADB ? "datetime(6)" : "timestamp";
        for (String table : TABLES) {
            run("drop table if exists " + table);
        }
        run(
                "create table customers (number varchar(20), name varchar(200), email varchar(200), born date, points int, changed_at "
                        + time + ")");
        run(
                "create table told_back (number varchar(40) primary key, name varchar(12), born date, changed int default 0)");
    }

    /** A customer whose row changed so many minutes after noon. */
    void has(String number, String name, int minute) throws SQLException {
        String row = number.isEmpty() ? "null" : "'" + number + "'";
        run("insert into customers values (" + row + ", '" + name + "', '" + name.toLowerCase(java.util.Locale.ROOT)
                + "@example.org', date '1980-01-31', 7, timestamp '2026-03-01 12:" + minute / 10 + minute % 10
                + ":00.123456')");
    }

    void run(String statement) throws SQLException {
        try (Connection open = open();
                Statement one = open.createStatement()) {
            one.execute(statement);
        }
    }

    Connection open() throws SQLException {
        String protocol = kind == DatabaseKind.MARIADB ? "mariadb" : "postgresql";
        return DriverManager.getConnection(
                "jdbc:" + protocol + "://" + host + ":" + port + "/" + database, user, password);
    }

    ConnectDatabase connecting(String name) {
        return new ConnectDatabase(name, kind, host, port, database, user, password, Tls.OFF, true);
    }

    ConnectDatabase withPassword(String name, String other) {
        return new ConnectDatabase(name, kind, host, port, database, user, other, Tls.OFF, false);
    }

    ConnectDatabase at(String name, int otherPort, String otherDatabase) {
        return new ConnectDatabase(name, kind, host, otherPort, otherDatabase, user, password, Tls.OFF, false);
    }
}

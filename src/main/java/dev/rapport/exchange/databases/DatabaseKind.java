package dev.rapport.exchange.databases;

/** Which server a database runs on, and how its language differs where we write it. */
public enum DatabaseKind {
    POSTGRESQL(5432, "org.postgresql.Driver", "", '"', '"'),
    MARIADB(3306, "org.mariadb.jdbc.Driver", "mariadb-java-client-3.5.10.jar", '`', '`'),
    SQL_SERVER(1433, "com.microsoft.sqlserver.jdbc.SQLServerDriver", "mssql-jdbc-13.2.1.jre11.jar", '[', ']');

    private final int port;
    private final String driver;
    private final String file;
    private final char opening;
    private final char closing;

    DatabaseKind(int port, String driver, String file, char opening, char closing) {
        this.port = port;
        this.driver = driver;
        this.file = file;
        this.opening = opening;
        this.closing = closing;
    }

    /** The port such a server listens on when nobody said otherwise. */
    public int port() {
        return port;
    }

    /** The file its driver comes in; empty when Rapport carries it. */
    public String file() {
        return file;
    }

    /** Whether our tests run against a real server of this kind. */
    public boolean isProven() {
        return this != SQL_SERVER;
    }

    String driver() {
        return driver;
    }

    /** A name of theirs as it may stand in a statement, whatever is in it. */
    String quoted(String name) {
        return opening + name.replace(String.valueOf(closing), String.valueOf(closing) + closing) + closing;
    }

    /** The first rows of a select that begins with {@code select}. */
    String limited(String select, int most) {
        return this == SQL_SERVER
                ? select.replaceFirst("select", "select top (" + most + ")")
                : select + " limit " + most;
    }
}

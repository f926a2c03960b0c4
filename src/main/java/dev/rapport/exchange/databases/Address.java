package dev.rapport.exchange.databases;

import dev.rapport.exchange.CannotSave;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where a database is reached, built from checked parts. Nobody types a JDBC URL, so nothing in a name becomes a property of
 * the driver: those can load classes and read files.
 */
record Address(DatabaseKind kind, String host, int port, String database) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?");
    private static final Pattern SIX = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_$.-]{0,127}");
    private static final int LAST_PORT = 65_535;

    private static final int CONNECT_SECONDS = 10;
    /** Longer than any statement may take. */
    private static final int SILENCE_SECONDS = 420;

    Address {
        if (!NAME.matcher(host).matches() && !SIX.matcher(host).matches()) {
            throw new CannotSave("host", "exchange.database.problem.host");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new CannotSave("port", "exchange.database.problem.port");
        }
        if (!DATABASE.matcher(database).matches()) {
            throw new CannotSave("database", "exchange.database.problem.database");
        }
    }

    /** Host and port, for messages. */
    String place() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    String url() {
        return switch (kind) {
            case POSTGRESQL ->
                "jdbc:postgresql://" + place() + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
            case MARIADB -> "jdbc:mariadb://" + place() + "/" + database;
            case SQL_SERVER -> "jdbc:sqlserver://";
        };
    }

    /** All that the driver is told besides. */
    Properties properties(String user, String password, Tls tls) {
        Properties all = new Properties();
        all.setProperty("user", user);
        all.setProperty("password", password);
        switch (kind) {
            case POSTGRESQL -> postgres(all, tls);
            case MARIADB -> mariadb(all, tls);
            case SQL_SERVER -> sqlServer(all, tls);
        }
        return all;
    }

    /** Certificates are looked up where Java keeps them; a text takes the type of the column it is written into. */
    private static void postgres(Properties all, Tls tls) {
        all.setProperty("ApplicationName", "Rapport");
        all.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        all.setProperty("socketTimeout", Integer.toString(SILENCE_SECONDS));
        all.setProperty("stringtype", "unspecified");
        all.setProperty(
                "sslmode",
                switch (tls) {
                    case VERIFY -> "verify-full";
                    case ENCRYPT -> "require";
                    case OFF -> "disable";
                });
        if (tls == Tls.VERIFY) {
            all.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }

    /** By itself this driver would send the server any file it asks for. */
    private static void mariadb(Properties all, Tls tls) {
        all.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS * 1000));
        all.setProperty("socketTimeout", Integer.toString(SILENCE_SECONDS * 1000));
        all.setProperty("allowLocalInfile", "false");
        all.setProperty("allowMultiQueries", "false");
        all.setProperty("tinyInt1isBit", "false");
        all.setProperty("useAffectedRows", "false");
        all.setProperty("useBulkStmtsForInserts", "false");
        all.setProperty(
                "sslMode",
                switch (tls) {
                    case VERIFY -> "verify-full";
                    case ENCRYPT -> "trust";
                    case OFF -> "disable";
                });
    }

    private void sqlServer(Properties all, Tls tls) {
        all.setProperty("serverName", host);
        all.setProperty("portNumber", Integer.toString(port));
        all.setProperty("databaseName", database);
        all.setProperty("applicationName", "Rapport");
        all.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        all.setProperty("socketTimeout", Integer.toString(SILENCE_SECONDS * 1000));
        all.setProperty("encrypt", Boolean.toString(tls != Tls.OFF));
        all.setProperty("trustServerCertificate", Boolean.toString(tls == Tls.ENCRYPT));
    }
}

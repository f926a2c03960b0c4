package dev.rapport.exchange.databases;

/**
 * Connects a database of another system.
 *
 * @param password empty when it stays what it is
 * @param mayWrite whether exports may be written back into its tables
 */
public record ConnectDatabase(
        String name,
        DatabaseKind kind,
        String host,
        int port,
        String database,
        String user,
        String password,
        Tls tls,
        boolean mayWrite) {

    /** A new one, before anything is filled in. */
    public static ConnectDatabase empty() {
        return new ConnectDatabase("", DatabaseKind.POSTGRESQL, "", 0, "", "", "", Tls.VERIFY, false);
    }

    Address address() {
        return new Address(kind, host, port, database);
    }

    @Override
    public String toString() {
        return "ConnectDatabase[" + name + ", " + kind + " at " + host + ":" + port + "]";
    }
}

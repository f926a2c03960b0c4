package dev.rapport.exchange.databases;

import dev.rapport.exchange.spi.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A database of another system, without its password.
 *
 * @param mayWrite whether exports may be written back into its tables
 * @param checkedAt when the connection was last tried
 * @param server what the server said it is
 * @param problem why the connection failed then; none when it worked
 */
public record Database(
        DatabaseId id,
        String name,
        DatabaseKind kind,
        String host,
        int port,
        String database,
        String user,
        Tls tls,
        boolean mayWrite,
        @Nullable Instant checkedAt,
        @Nullable String server,
        @Nullable Reason problem) {

    Address address() {
        return new Address(kind, host, port, database);
    }

    /** Where it is, for people. */
    public String place() {
        return address().place() + "/" + database;
    }

    /** As the form to change it shows it. */
    public ConnectDatabase asConnected() {
        return new ConnectDatabase(name, kind, host, port, database, user, "", tls, mayWrite);
    }
}

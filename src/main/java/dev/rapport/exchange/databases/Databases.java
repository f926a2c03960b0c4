package dev.rapport.exchange.databases;

import dev.rapport.access.Audit;
import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.UserId;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The databases of other systems: connected, tried, forgotten. Their passwords never leave. */
@Service
public class Databases {

    private static final int LONGEST_NAME = 100;

    private final DatabaseStore store;
    private final DatabaseConnections connections;
    private final Drivers drivers;
    private final Audit audit;

    Databases(DatabaseStore store, DatabaseConnections connections, Drivers drivers, Audit audit) {
        this.store = store;
        this.connections = connections;
        this.drivers = drivers;
        this.audit = audit;
    }

    /** @throws CannotSave when a value cannot be taken */
    @Transactional
    public DatabaseId connect(ConnectDatabase command, @Nullable UserId by) {
        ConnectDatabase checked = checked(command);
        if (checked.password().isEmpty()) {
            throw new CannotSave("password", "exchange.database.problem.password");
        }
        DatabaseId id = store.add(checked, by);
        store.seal(id, connections.sealed(id, checked.password()));
        audit.record("database.connected", "database", id, facts(checked));
        return id;
    }

    /**
     * An empty password stays what it is, but only where it was given: another server never learns it.
     *
     * @throws CannotSave when a value cannot be taken
     */
    @Transactional
    public void change(DatabaseId id, ConnectDatabase command) {
        ConnectDatabase checked = checked(command);
        Address before = store.find(id).map(Database::address).orElseThrow();
        if (checked.password().isEmpty() && !before.equals(checked.address())) {
            throw new CannotSave("password", "exchange.database.problem.password-again");
        }
        store.change(id, checked);
        if (!checked.password().isEmpty()) {
            store.seal(id, connections.sealed(id, checked.password()));
        }
        audit.record("database.changed", "database", id, facts(checked));
    }

    /** Forgets it with all that came from it on a schedule; what is imported stays. */
    @Transactional
    public void remove(DatabaseId id) {
        if (store.remove(id)) {
            audit.record("database.removed", "database", id, Map.of());
        }
    }

    /** Tries the connection now and keeps what came of it: the server's version, or what went wrong. */
    public Database test(DatabaseId id) {
        Database database = store.find(id).orElseThrow();
        try {
            store.checked(id, connections.reading(database, open -> version(open.getMetaData())), null);
        } catch (DatabaseFailed failed) {
            store.checked(id, null, failed.reason());
        }
        return store.find(id).orElseThrow();
    }

    public List<Database> all() {
        return store.all();
    }

    public Optional<Database> find(DatabaseId id) {
        return store.find(id);
    }

    /** Why databases of a kind cannot be reached at all, if they cannot. */
    public Optional<Reason> missingDriver(DatabaseKind kind) {
        return drivers.missing(kind);
    }

    private static String version(DatabaseMetaData data) throws SQLException {
        String product = data.getDatabaseProductName();
        String version = data.getDatabaseProductVersion();
        return version.contains(product) ? version : product + " " + version;
    }

    private static ConnectDatabase checked(ConnectDatabase command) {
        ConnectDatabase plain = new ConnectDatabase(
                command.name().strip(),
                command.kind(),
                command.host().strip(),
                command.port() == 0 ? command.kind().port() : command.port(),
                command.database().strip(),
                command.user().strip(),
                command.password(),
                command.tls(),
                command.mayWrite());
        if (plain.name().isEmpty() || plain.name().length() > LONGEST_NAME) {
            throw new CannotSave("name", "exchange.database.problem.name");
        }
        if (plain.user().isEmpty()) {
            throw new CannotSave("user", "exchange.database.problem.user");
        }
        plain.address();
        return plain;
    }

    private static Map<String, String> facts(ConnectDatabase command) {
        return Map.of(
                "kind", command.kind().name(),
                "tls", command.tls().name(),
                "may_write", Boolean.toString(command.mayWrite()));
    }
}

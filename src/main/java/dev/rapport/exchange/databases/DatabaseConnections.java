package dev.rapport.exchange.databases;

import dev.rapport.shared.Keys;
import dev.rapport.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.stereotype.Component;

/** Opens one connection for one piece of work, and closes it. Nothing is committed by reading: whatever a query did, closing undoes it. */
@Component
class DatabaseConnections {

    /** Work on an open connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection open) throws SQLException;
    }

    private final DatabaseStore store;
    private final Drivers drivers;
    private final SecretBox box;

    DatabaseConnections(DatabaseStore store, Drivers drivers, Keys keys) {
        this.store = store;
        this.drivers = drivers;
        this.box = new SecretBox(keys.forEncrypting("exchange.databases"));
    }

    byte[] sealed(DatabaseId id, String password) {
        return box.seal(password.getBytes(StandardCharsets.UTF_8), "database " + id.value());
    }

    /**
     * Reads and changes nothing.
     *
     * @throws DatabaseFailed when it cannot be reached or refuses
     */
    <T> T reading(Database database, Work<T> work) {
        try (Connection open = open(database)) {
            readOnly(database.kind(), open);
            return work.on(open);
        } catch (SQLException failure) {
            throw Trouble.with(database.address(), failure);
        }
    }

    /**
     * Writes; the work commits what it has done.
     *
     * @throws DatabaseFailed when it cannot be reached, refuses, or nobody allowed it
     */
    <T> T writing(Database database, Work<T> work) {
        if (!database.mayWrite()) {
            throw Trouble.NO_WRITING.failed();
        }
        try (Connection open = open(database)) {
            return work.on(open);
        } catch (SQLException failure) {
            throw Trouble.with(database.address(), failure);
        }
    }

    private Connection open(Database database) throws SQLException {
        Address address = database.address();
        String password = new String(
                box.open(
                        store.password(database.id()),
                        "database " + database.id().value()),
                StandardCharsets.UTF_8);
        Connection open = drivers.of(database.kind())
                .connect(address.url(), address.properties(database.user(), password, database.tls()));
        if (open == null) {
            throw Trouble.NO_DRIVER.failed(database.kind().file(), "drivers");
        }
        try {
            open.setAutoCommit(false);
            return open;
        } catch (SQLException failure) {
            open.close();
            throw failure;
        }
    }

    /** SQL Server has no transactions that only read; there closing without a commit stands alone. */
    private static void readOnly(DatabaseKind kind, Connection open) throws SQLException {
        open.setReadOnly(true);
        if (kind == DatabaseKind.MARIADB) {
            try (Statement statement = open.createStatement()) {
                statement.execute("set session transaction read only");
            }
        }
    }
}

package dev.rapport.exchange.databases;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of databases. */
@Component
class DatabaseStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sql sql;

    DatabaseStore(Sql sql) {
        this.sql = sql;
    }

    DatabaseId add(ConnectDatabase command, @Nullable UserId by) {
        try {
            return fill(sql.sql("""
                            insert into exchange.databases
                              (name, kind, host, port, database_name, login, password, tls, may_write, made_by)
                            values (:name, :kind, :host, :port, :database, :login, '', :tls, :mayWrite, :by) returning id
                            """), command).param("by", by).single(DatabaseId.class);
        } catch (DuplicateKeyException taken) {
            throw new CannotSave("name", "exchange.database.problem.taken");
        }
    }

    void change(DatabaseId id, ConnectDatabase command) {
        try {
            fill(sql.sql("""
                            update exchange.databases set name = :name, kind = :kind, host = :host, port = :port,
                              database_name = :database, login = :login, tls = :tls, may_write = :mayWrite, changed_at = now()
                            where id = :id
                            """), command).param("id", id).updateOne();
        } catch (DuplicateKeyException taken) {
            throw new CannotSave("name", "exchange.database.problem.taken");
        }
    }

    void seal(DatabaseId id, byte[] password) {
        sql.sql("update exchange.databases set password = :password where id = :id")
                .param("id", id)
                .param("password", password)
                .updateOne();
    }

    byte[] password(DatabaseId id) {
        return sql.sql("select password from exchange.databases where id = :id")
                .param("id", id)
                .single((row, number) -> row.getBytes(1));
    }

    /** Keeps what came of trying the connection. */
    void checked(DatabaseId id, @Nullable String server, @Nullable Reason problem) {
        sql.sql("""
                        update exchange.databases
                        set checked_at = now(), server = coalesce(:server, server), problem = :problem::jsonb where id = :id
                        """)
                .param("id", id)
                .param("server", server)
                .param("problem", problem == null ? null : JSON.writeValueAsString(problem))
                .update();
    }

    boolean remove(DatabaseId id) {
        return sql.sql("delete from exchange.databases where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    List<Database> all() {
        return sql.sql("select * from exchange.databases order by lower(name), id")
                .list(DatabaseStore::read);
    }

    Optional<Database> find(DatabaseId id) {
        return sql.sql("select * from exchange.databases where id = :id")
                .param("id", id)
                .optional(DatabaseStore::read);
    }

    private static Sql.Statement fill(Sql.Statement statement, ConnectDatabase command) {
        return statement
                .param("name", command.name())
                .param("kind", command.kind())
                .param("host", command.host())
                .param("port", command.port())
                .param("database", command.database())
                .param("login", command.user())
                .param("tls", command.tls())
                .param("mayWrite", command.mayWrite());
    }

    private static Database read(ResultSet row, int number) throws SQLException {
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        String problem = row.getString("problem");
        return new Database(
                new DatabaseId(row.getLong("id")),
                row.getString("name"),
                DatabaseKind.valueOf(row.getString("kind")),
                row.getString("host"),
                row.getInt("port"),
                row.getString("database_name"),
                row.getString("login"),
                Tls.valueOf(row.getString("tls")),
                row.getBoolean("may_write"),
                checked == null ? null : checked.toInstant(),
                row.getString("server"),
                problem == null ? null : JSON.readValue(problem, Reason.class));
    }
}

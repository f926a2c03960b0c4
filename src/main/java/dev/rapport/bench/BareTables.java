package dev.rapport.bench;

import dev.rapport.channels.spi.Heard;
import dev.rapport.shared.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the database does without us, for comparison: a bare {@code COPY} of the rows, and "F", a table as any product of
 * this kind has it (staged, one unique key, three b-trees, a text index), both with 1,000 rows a transaction.
 */
final class BareTables {

    private static final int ROWS = 1_000;

    private final DataSource database;

    BareTables(DataSource database) {
        this.database = database;
    }

    /** Seconds for a bare COPY of all messages into a table without any index. */
    double copy(List<Heard> messages) throws SQLException {
        run("""
                drop table if exists bench_copy;
                create table bench_copy (id text, author text, said_at timestamptz, words text)
                """);
        double seconds = timed(messages, connection -> {}, "copy bench_copy from stdin", "select 1");
        expect("bench_copy", messages.size());
        return seconds;
    }

    /** Seconds for the product-like table. */
    double productLike(List<Heard> messages) throws SQLException {
        run("""
                drop table if exists bench_f;
                create table bench_f (key bigint generated always as identity primary key, id text, author text,
                  said_at timestamptz, words text, search tsvector generated always as (to_tsvector('simple', words)) stored,
                  unique (id));
                create index on bench_f (author, said_at desc);
                create index on bench_f (said_at desc);
                create index on bench_f using gin (search);
                """);
        double seconds = timed(messages, connection -> execute(connection, """
                        create temp table if not exists bench_staged
                          (id text, author text, said_at timestamptz, words text) on commit delete rows
                        """), "copy bench_staged from stdin", """
                insert into bench_f (id, author, said_at, words) select * from bench_staged on conflict do nothing
                """);
        expect("bench_f", messages.size());
        return seconds;
    }

    void drop() throws SQLException {
        run("drop table if exists bench_copy; drop table if exists bench_f");
    }

    private interface Prepared {
        void with(Connection connection) throws SQLException;
    }

    private double timed(List<Heard> messages, Prepared before, String copy, String then) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            before.with(connection);
            connection.commit();
            long start = System.nanoTime();
            for (int from = 0; from < messages.size(); from += ROWS) {
                rows(messages.subList(from, Math.min(from + ROWS, messages.size())))
                        .write(connection, copy);
                execute(connection, then);
                connection.commit();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static CopyRows rows(List<Heard> messages) {
        CopyRows rows = new CopyRows();
        for (Heard one : messages) {
            rows.add(one.id())
                    .add(one.author().id())
                    .add(one.saidAt())
                    .add(one.text())
                    .endRow();
        }
        return rows;
    }

    private void expect(String table, int count) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            BenchFailed.unless(row.getInt(1) == count, table + " holds " + row.getInt(1) + " rows, not " + count);
        }
    }

    private void run(String script) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, script);
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}

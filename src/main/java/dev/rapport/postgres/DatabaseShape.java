package dev.rapport.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What there is in a database besides the system's own: tables, sequences, migrations. */
final class DatabaseShape {

    /** Flyway's table for the root migrations; a module's has its name appended. */
    static final String HISTORY = "flyway_schema_history";

    private static final String OURS = """
            c.relnamespace = n.oid
            and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """;

    private static final String NAME = "quote_ident(n.nspname) || '.' || quote_ident(c.relname)";

    private final JdbcClient jdbc;

    DatabaseShape(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from pg_class c, pg_namespace n where " + OURS
                        + " and c.relkind in ('r', 'p', 'v', 'm', 'S'))")
                .query(Boolean.class)
                .single();
    }

    /** All tables that hold rows, without Flyway's, ordered by name; the number of rows is left at 0. */
    List<BackupManifest.Table> tables() {
        return jdbc.sql("""
                        select %s as name,
                               array_agg(quote_ident(a.attname) order by a.attnum) as columns
                        from pg_class c, pg_namespace n, pg_attribute a
                        where %s
                          and c.relkind = 'r' and c.relpersistence <> 't'
                          and not starts_with(c.relname, 'flyway_schema_history')
                          and c.relname <> '%s'
                          and a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        group by 1
                        order by 1
                        """.formatted(NAME, OURS, RestoreMark.TABLE))
                .query(DatabaseShape::table)
                .list();
    }

    private static BackupManifest.Table table(ResultSet row, int number) throws SQLException {
        Array columns = row.getArray("columns");
        return new BackupManifest.Table(row.getString("name"), List.of((String[]) columns.getArray()), 0);
    }

    /** Where every sequence stands now, whatever snapshot the transaction looks at. */
    List<BackupManifest.Sequence> sequences() {
        return jdbc.sql("""
                        select %s as name, pg_sequence_last_value(c.oid) as last
                        from pg_class c, pg_namespace n
                        where %s and c.relkind = 'S'
                        order by 1
                        """.formatted(NAME, OURS))
                .query(BackupManifest.Sequence.class)
                .list();
    }

    /** Every versioned migration that succeeded, in all histories. */
    List<BackupManifest.Migration> migrations() {
        return histories().stream()
                .flatMap(history -> migrations(history).stream())
                .toList();
    }

    private List<String> histories() {
        return jdbc.sql("""
                        select c.relname from pg_class c, pg_namespace n
                        where %s and c.relkind = 'r' and n.nspname = 'public'
                          and starts_with(c.relname, 'flyway_schema_history')
                        order by 1
                        """.formatted(OURS)).query(String.class).list();
    }

    private List<BackupManifest.Migration> migrations(String history) {
        return jdbc.sql("""
                        select '%1$s' as history, version, checksum from public.%1$s
                        where success and version is not null and type <> 'BASELINE'
                        order by installed_rank
                        """.formatted(history))
                .query(BackupManifest.Migration.class)
                .list();
    }

    /** Drops all there is; for a restore that was broken off. */
    void dropAll() {
        List<String> schemas = jdbc.sql("""
                        select quote_ident(nspname) from pg_namespace
                        where nspname not in ('information_schema', 'public') and nspname not like 'pg\\_%'
                        """).query(String.class).list();
        schemas.forEach(schema -> jdbc.sql("drop schema " + schema + " cascade").update());
        List<String> tables =
                jdbc.sql("""
                        select %s from pg_class c, pg_namespace n
                        where %s and c.relkind in ('r', 'p')
                        """.formatted(NAME, OURS)).query(String.class).list();
        tables.forEach(
                table -> jdbc.sql("drop table if exists " + table + " cascade").update());
    }
}

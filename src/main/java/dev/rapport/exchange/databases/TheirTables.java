package dev.rapport.exchange.databases;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a database as it lists them: only what stands there is ever written into. */
final class TheirTables {

    private static final Set<String> INSIDE =
            Set.of("information_schema", "pg_catalog", "sys", "mysql", "performance_schema");
    private static final int MOST = 2_000;

    private TheirTables() {}

    /** A table and what its columns hold. */
    record Table(@Nullable String schema, String name, Map<String, CellType> columns) {

        String quoted(DatabaseKind kind) {
            return schema == null ? kind.quoted(name) : kind.quoted(schema) + "." + kind.quoted(name);
        }
    }

    /** Their names, with the schema where there are schemas, by the alphabet. */
    static List<String> names(Connection open) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = open.getMetaData().getTables(open.getCatalog(), null, "%", null)) {
            while (rows.next() && names.size() < MOST) {
                String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                String schema = rows.getString("TABLE_SCHEM");
                boolean isTheirs = type.endsWith("TABLE") && !type.contains("SYSTEM") && !type.contains("TEMPORARY");
                if (isTheirs && (schema == null || !INSIDE.contains(schema.toLowerCase(Locale.ROOT)))) {
                    names.add(name(schema, rows.getString("TABLE_NAME")));
                }
            }
        }
        return names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /** @throws DatabaseFailed when there is no table of this name */
    static Table of(Connection open, String name) throws SQLException {
        if (!names(open).contains(name)) {
            throw Trouble.NO_TABLE.failed(name);
        }
        DatabaseMetaData data = open.getMetaData();
        String escape = data.getSearchStringEscape();
        Map<String, CellType> columns = new LinkedHashMap<>();
        String schema = null;
        String table = name;
        try (ResultSet rows = data.getColumns(open.getCatalog(), null, pattern(bare(name), escape), "%")) {
            while (rows.next()) {
                String itsSchema = rows.getString("TABLE_SCHEM");
                String itsName = rows.getString("TABLE_NAME");
                if (name(itsSchema, itsName).equals(name)) {
                    schema = itsSchema;
                    table = itsName;
                    columns.put(
                            rows.getString("COLUMN_NAME"),
                            CellType.of(rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")));
                }
            }
        }
        return new Table(schema, table, columns);
    }

    private static String name(@Nullable String schema, String table) {
        return schema == null || schema.isEmpty() ? table : schema + "." + table;
    }

    /** Of a name with a schema the part behind it; a dot within a name makes the search wider, not wrong. */
    private static String bare(String name) {
        return name.indexOf('.') < 0 ? name : "%" + name.substring(name.lastIndexOf('.') + 1);
    }

    private static String pattern(String name, String escape) {
        return name.replace("_", escape + "_");
    }
}

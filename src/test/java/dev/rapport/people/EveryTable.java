package dev.rapport.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for words in every column of every table of a database: texts, JSON, arrays, bytes, search vectors. The
 * schema {@code keepsakes} is made by the migrations of the backup's own tests.
 */
final class EveryTable {

    private static final String COLUMNS = """
            select quote_ident(c.table_schema) || '.' || quote_ident(c.table_name), c.column_name, c.data_type
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'keepsakes')
              and c.data_type in ('text', 'character varying', 'character', 'jsonb', 'json', 'bytea', 'ARRAY', 'tsvector')
            order by 1, 2
            """;

    private final Connection connection;

    EveryTable(Connection connection) {
        this.connection = connection;
    }

    /** Tables with a column that can hold words. */
    Set<String> withWords() throws SQLException {
        return new TreeSet<>(columns().keySet());
    }

    /** Each word that is somewhere, with the columns it is in. */
    List<String> found(Iterable<String> words) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : columns().entrySet()) {
            for (String column : table.getValue()) {
                for (String word : words) {
                    for (String form : forms(word)) {
                        if (holds(table.getKey(), column, form)) {
                            found.add(form + " in " + table.getKey() + "." + column);
                        }
                    }
                }
            }
        }
        return found;
    }

    private Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                String column = row.getString(3).equals("bytea")
                        ? "encode(\"" + row.getString(2) + "\", 'escape')"
                        : "\"" + row.getString(2) + "\"::text";
                columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(column);
            }
        }
        return columns;
    }

    private boolean holds(String table, String column, String form) throws SQLException {
        String query = "select exists (select from %s where strpos(lower(%s), lower(?)) > 0)".formatted(table, column);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, form);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** As it is and without its accents. */
    private static Set<String> forms(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return new LinkedHashSet<>(List.of(word, plain.toLowerCase(Locale.ROOT)));
    }
}

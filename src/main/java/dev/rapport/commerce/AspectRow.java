package dev.rapport.commerce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads an aspect from its row. */
final class AspectRow {

    private AspectRow() {}

    static Aspect read(ResultSet row, int number) throws SQLException {
        String kind = row.getString("target_kind");
        return new Aspect(
                row.getLong("id"),
                row.getString("name"),
                List.of((String[]) row.getArray("words").getArray()),
                kind == null ? null : new Target(Target.Kind.valueOf(kind), row.getLong("target_id")));
    }
}

package dev.rapport.exchange;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of mappings, one for each kind and source. */
@Component
class MappingStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

    private final Sql sql;

    MappingStore(Sql sql) {
        this.sql = sql;
    }

    /** Columns that this file does not have are kept: a source may give several kinds of files. */
    void remember(String kind, String source, Mapping mapping, @Nullable UserId by) {
        sql.sql("""
                        insert into exchange.mappings as known (kind, source, columns, constants, dates, changed_by)
                        values (:kind, :source, :columns::jsonb, :constants::jsonb, :dates, :by)
                        on conflict (kind, source) do update set columns = known.columns || excluded.columns,
                          constants = excluded.constants, dates = excluded.dates,
                          changed_by = excluded.changed_by, changed_at = now()
                        """)
                .param("kind", kind)
                .param("source", source)
                .param("columns", JSON.writeValueAsString(mapping.columns()))
                .param("constants", JSON.writeValueAsString(mapping.constants()))
                .param("dates", mapping.dates())
                .param("by", by)
                .update();
    }

    Optional<Mapping> find(String kind, String source) {
        return sql.sql("select * from exchange.mappings where kind = :kind and source = :source")
                .param("kind", kind)
                .param("source", source)
                .optional(MappingStore::mapping);
    }

    List<RememberedMapping> all() {
        return sql.sql("select * from exchange.mappings order by source, kind")
                .list((row, number) -> new RememberedMapping(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("source"),
                        mapping(row, number),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }

    /** Returns whether there was one. */
    boolean remove(long id) {
        return sql.sql("delete from exchange.mappings where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The sources that something came from already, in the order of the alphabet. */
    List<String> sources() {
        return sql.sql("""
                        select source from (
                          select source from exchange.mappings where source <> ''
                          union select options ->> 'source' from exchange.imports where options ->> 'source' <> '') known
                        order by lower(source), source
                        """).list(String.class);
    }

    private static Mapping mapping(ResultSet row, int number) throws SQLException {
        return new Mapping(
                JSON.readValue(row.getString("columns"), PAIRS),
                JSON.readValue(row.getString("constants"), PAIRS),
                DateOrder.valueOf(row.getString("dates")));
    }
}

package dev.rapport.exchange;

import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of files that wait. A place sees its own only: nobody else can read them. */
@Component
class UploadStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};

    private final Sql sql;

    UploadStore(Sql sql) {
        this.sql = sql;
    }

    UploadId add(StartImport command, String place, long bytes) {
        return sql.sql("""
                        insert into exchange.uploads (kind, file_name, place, options, mapping, bytes, repairs, made_by)
                        values (:kind, :fileName, :place, :options::jsonb, :mapping::jsonb, :bytes, :repairs, :by)
                        returning id
                        """)
                .param("kind", command.kind())
                .param("fileName", command.fileName())
                .param("place", place)
                .param("options", JSON.writeValueAsString(command.options()))
                .param("mapping", command.mapping() == null ? null : JSON.writeValueAsString(command.mapping()))
                .param("bytes", bytes)
                .param("repairs", command.repairs())
                .param("by", command.startedBy())
                .single((row, number) -> UploadId.of(row.getLong(1)));
    }

    Optional<Upload> find(UploadId id, String place) {
        return sql.sql("select * from exchange.uploads where id = :id and place = :place")
                .param("id", id)
                .param("place", place)
                .optional(UploadStore::read);
    }

    void map(UploadId id, Mapping mapping) {
        sql.sql("update exchange.uploads set mapping = :mapping::jsonb where id = :id")
                .param("mapping", JSON.writeValueAsString(mapping))
                .param("id", id)
                .updateOne();
    }

    void remove(UploadId id) {
        sql.sql("delete from exchange.uploads where id = :id").param("id", id).update();
    }

    List<UploadId> olderThan(String place, int hours) {
        return sql.sql("""
                        select id from exchange.uploads
                        where place = :place and made_at < now() - make_interval(hours => :hours)
                        """)
                .param("place", place)
                .param("hours", hours)
                .list((row, number) -> UploadId.of(row.getLong(1)));
    }

    /** How much waits at a place, in bytes. */
    long waiting(String place) {
        return sql.sql("select coalesce(sum(bytes), 0) from exchange.uploads where place = :place")
                .param("place", place)
                .single(Long.class);
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        String mapping = row.getString("mapping");
        return new Upload(
                UploadId.of(row.getLong("id")),
                row.getString("kind"),
                row.getString("file_name"),
                JSON.readValue(row.getString("options"), OPTIONS),
                mapping == null ? null : JSON.readValue(mapping, Mapping.class),
                row.getObject("repairs") == null ? null : ImportId.of(row.getLong("repairs")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}

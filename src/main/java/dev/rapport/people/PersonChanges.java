package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The log of persons who changed, by which every process keeps its picture of them. It is read by transaction: rows with
 * later numbers may be committed earlier, and none may be missed.
 */
@Component
class PersonChanges {

    /** What came since a place in the log, and the place to go on from; the last few come again. */
    record Since(Set<PersonId> persons, String place) {}

    private final Sql sql;

    PersonChanges(Sql sql) {
        this.sql = sql;
    }

    /** These are new, others than before, or gone. */
    void add(Collection<PersonId> persons) {
        sql.sql("insert into people.changes (person_id) select unnest(:persons::bigint[])")
                .param("persons", persons.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    /** The place from which on nothing is missed. */
    String now() {
        return sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").single(String.class);
    }

    Since since(String place) {
        String now = now();
        Set<PersonId> persons = sql
                .sql("select distinct person_id from people.changes where xact >= :place::xid8")
                .param("place", place)
                .list(PersonId.class)
                .stream()
                .collect(Collectors.toSet());
        return new Since(persons, now);
    }

    /** Forgets what every process has followed long ago. */
    void prune() {
        sql.sql("delete from people.changes where at < now() - interval '1 day'")
                .update();
    }
}

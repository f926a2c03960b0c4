package dev.rapport.people.web;

import dev.rapport.shared.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons for lists. */
@Component
class PersonListReads {

    static final int PAGE = 50;

    private static final String ROW = """
            select p.id, p.name, p.organisation, coalesce(p.city, p.region, p.country) as place,
              coalesce(
                (select a.value from people.addresses a where a.person_id = p.id and a.kind in ('EMAIL', 'PHONE', 'HANDLE')
                 order by a.kind, a.id limit 1),
                (select n.source || ' ' || n.number from people.customer_numbers n where n.person_id = p.id
                 order by n.source, n.number limit 1)) as met,
              (select count(*) from people.who_v w where w.person_id = p.id)::int as profiles
            from people.persons p
            """;

    private final Sql sql;

    PersonListReads(Sql sql) {
        this.sql = sql;
    }

    /** By name, after the one with id {@code after}; a row more than a page when there are more. */
    List<PersonRow> page(@Nullable Long after) {
        return sql.sql(ROW + """
                        where (:after::bigint is null
                           or (p.name, p.id) > (select f.name, f.id from people.persons f where f.id = :after::bigint))
                          and people.human_of(p.id) = p.id
                        order by p.name, p.id limit :most
                        """).param("after", after).param("most", PAGE + 1).list(PersonRow.class);
    }

    /** These, in the order given. */
    List<PersonRow> rows(List<Long> ids) {
        return sql.sql(ROW + "where p.id = any(:ids) order by array_position(:ids, p.id)")
                .param("ids", ids.toArray(Long[]::new))
                .list(PersonRow.class);
    }

    boolean isEmpty() {
        return sql.sql("select not exists (select from people.persons)").single(Boolean.class);
    }
}

package dev.rapport.people.web;

import dev.rapport.shared.Sql;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Persons who share a full name or an address, a page of such groups at a time. */
@Component
class TwinReads {

    static final int PAGE = 25;
    static final int ENOUGH = 1_000;
    private static final int MOST_PERSONS = 20;

    private static final String NAMES = """
            select g.folded, false as is_address
            from (select folded, array_agg(person_id) as persons from people.names
                  where folded like '% %' and folded > :after group by folded having count(*) > 1) g
            where people.are_several(g.persons) order by g.folded
            """;

    private static final String ADDRESSES = """
            select g.folded, true as is_address
            from (select folded, array_agg(person_id) as persons from people.addresses
                  where kind <> 'SITE' and folded > :after group by folded, kind, network having count(*) > 1) g
            where people.are_several(g.persons) order by g.folded
            """;

    private record Group(String folded, boolean isAddress, List<Long> persons) {}

    private final Sql sql;
    private final PersonListReads persons;

    TwinReads(Sql sql, PersonListReads persons) {
        this.sql = sql;
        this.persons = persons;
    }

    /** Groups with shared names or, likewise, addresses, after {@code after}; one more than a page when there are more. */
    List<Twins> page(boolean addresses, String after) {
        List<Group> groups = sql.sql("""
                        select g.folded, g.is_address,
                          array(select distinct people.human_of(t.person_id) as person
                                from (select person_id from people.names n where not g.is_address and n.folded = g.folded
                                      union
                                      select person_id from people.addresses a
                                      where g.is_address and a.folded = g.folded and a.kind <> 'SITE') t
                                order by person limit :persons) as persons
                        from (%s limit :most) g order by g.folded
                        """.formatted(addresses ? ADDRESSES : NAMES))
                .param("after", after)
                .param("most", PAGE + 1)
                .param("persons", MOST_PERSONS)
                .list((row, number) -> new Group(row.getString(1), row.getBoolean(2), Arrays.asList((Long[])
                        row.getArray(3).getArray())));
        Map<Long, PersonRow> rows = new HashMap<>();
        persons.rows(groups.stream()
                        .flatMap(group -> group.persons().stream())
                        .distinct()
                        .toList())
                .forEach(row -> rows.put(row.id(), row));
        return groups.stream().map(group -> twins(group, rows)).toList();
    }

    /** How many groups there are, counted no further than {@link #ENOUGH}. */
    int count() {
        return sql.sql("""
                        select count(*) from (
                          (select 1 from (%s limit :most) n) union all (select 1 from (%s limit :most) a)) groups
                        """.formatted(NAMES, ADDRESSES))
                .param("after", "")
                .param("most", ENOUGH)
                .single(Integer.class);
    }

    private static Twins twins(Group group, Map<Long, PersonRow> rows) {
        List<PersonRow> persons =
                group.persons().stream().map(rows::get).filter(Objects::nonNull).toList();
        return new Twins(group.folded(), group.isAddress(), persons);
    }
}

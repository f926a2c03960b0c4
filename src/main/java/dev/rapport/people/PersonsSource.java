package dev.rapport.people;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Persons in the form they are imported in, a row for each number another system knows them by; else one with our own. */
@Component
class PersonsSource implements ExportSource {

    private static final int PAGE = 1_000;

    private static final List<String> TEXTS = List.of(
            "source",
            "number",
            "name",
            "given_name",
            "family_name",
            "birth_date",
            "gender",
            "city",
            "region",
            "country",
            "organisation",
            "title",
            "account_name",
            "account_number");

    private static final List<String> LISTS =
            List.of("other_names", "email", "phone", "website", "known_handles", "language");

    private final Sql sql;

    PersonsSource(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "persons";
    }

    @Override
    public List<String> fields() {
        return java.util.stream.Stream.concat(TEXTS.stream(), LISTS.stream()).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<Map<String, Object>> row) {
        long after = 0;
        for (List<Row> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(one -> row.accept(one.values()));
            after = page.getLast().id();
        }
    }

    private List<Row> page(long after) {
        return sql.sql("""
                        select p.id, n.source, coalesce(n.number, 'rapport:' || p.id) as number, p.name, p.given_name,
                          p.family_name, p.born_on::text as birth_date, p.gender, p.city, p.region, p.country, p.organisation,
                          p.title, account.name as account_name, account.number as account_number, p.other_names,
                          a.email, a.phone, a.website, a.known_handles, p.languages as language
                        from (select * from people.persons where id > :after order by id limit :page) p
                        left join people.customer_numbers n on n.person_id = p.id
                        left join lateral (
                          select array_agg(value order by id) filter (where kind = 'EMAIL') as email,
                            array_agg(value order by id) filter (where kind = 'PHONE') as phone,
                            array_agg(value order by id) filter (where kind = 'SITE') as website,
                            array_agg(network || ':' || value order by id) filter (where kind = 'HANDLE') as known_handles
                          from people.addresses where person_id = p.id) a on true
                        left join lateral (
                          select c.name, k.number from people.memberships m
                          join people.accounts c on c.id = m.account_id
                          left join people.customer_numbers k on k.account_id = c.id and k.source = m.source
                          where m.person_id = p.id order by (m.source = n.source) desc, c.id limit 1) account on true
                        order by p.id, n.source, n.number
                        """)
                .param("after", after)
                .param("page", PAGE)
                .list((row, n) -> new Row(row.getLong("id"), values(row)));
    }

    private record Row(long id, Map<String, Object> values) {}

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : TEXTS) {
            put(values, field, row.getString(field));
        }
        for (String field : LISTS) {
            Array many = row.getArray(field);
            put(values, field, many == null ? null : Arrays.asList((String[]) many.getArray()));
        }
        return values;
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null && !value.equals(List.of())) {
            values.put(field, value);
        }
    }
}

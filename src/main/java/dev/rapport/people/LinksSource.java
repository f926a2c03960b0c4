package dev.rapport.people;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links with how they stand, who decided and why. */
@Component
class LinksSource implements ExportSource {

    private static final int PAGE = 1_000;

    private static final List<String> FIELDS = List.of(
            "network",
            "author_id",
            "handle",
            "source",
            "number",
            "name",
            "state",
            "probability",
            "decided_by",
            "decided_at",
            "why",
            "rules",
            "evidence");

    private final Sql sql;

    LinksSource(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "links";
    }

    @Override
    public List<String> fields() {
        return FIELDS;
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
                        select l.id, p.network, case when p.provisional then null else p.author_key end as author_id, p.handle,
                          n.source, coalesce(n.number, 'rapport:' || r.id) as number, r.name, lower(l.state) as state,
                          l.probability, u.email as decided_by, l.decided_at, l.why, l.rules, l.evidence::text as evidence
                        from people.links l
                        join people.persons r on r.id = l.person_id
                        join conversations.profiles p on p.id = l.profile_id
                        left join lateral (select source, number from people.customer_numbers
                                           where person_id = r.id order by source, number limit 1) n on true
                        left join access.users u on u.id = l.decided_by
                        where l.id > :after order by l.id limit :page
                        """)
                .param("after", after)
                .param("page", PAGE)
                .list((row, n) -> new Row(row.getLong("id"), values(row)));
    }

    private record Row(long id, Map<String, Object> values) {}

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = field.equals("decided_at")
                    ? row.getTimestamp(field).toInstant().toString()
                    : row.getString(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }
}

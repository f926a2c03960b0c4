package dev.rapport.people;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports every opinion for research. Who gave it is named only where research may know who speaks and the person granted it.
 */
@Component
class OpinionsSource implements ExportSource {

    private static final int PAGE = 1_000;
    private static final List<String> FIELDS = List.of(
            "message",
            "said_at",
            "network",
            "visibility",
            "target",
            "polarity",
            "confidence",
            "quote",
            "source",
            "number",
            "name");

    private record Row(long message, int position, Map<String, Object> values) {}

    private final Sql sql;
    private final Purposes purposes;

    OpinionsSource(Sql sql, Purposes purposes) {
        this.sql = sql;
        this.purposes = purposes;
    }

    @Override
    public String kind() {
        return "opinions";
    }

    @Override
    public List<String> fields() {
        return FIELDS;
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<Map<String, Object>> row) {
        boolean isNamed = purposes.isOn(Purpose.RESEARCH);
        List<Row> page = page(0, 0, isNamed);
        while (!page.isEmpty()) {
            page.forEach(one -> row.accept(one.values()));
            page = page(page.getLast().message(), page.getLast().position(), isNamed);
        }
    }

    private List<Row> page(long message, int position, boolean isNamed) {
        return sql.sql("""
                        select o.message_id as message, o.position, m.said_at, p.network, lower(m.visibility) as visibility,
                          o.target_name as target, lower(o.polarity) as polarity, o.confidence,
                          case when m.hidden_at is null and m.deleted_at is null then
                            substring(m.words from o.quote_from + 1 for o.quote_to - o.quote_from) end as quote,
                          n.source, n.number, r.name
                        from understanding.opinions o
                        join conversations.messages m on m.id = o.message_id and m.revision = o.revision
                        join conversations.profiles p on p.id = m.profile_id
                        left join lateral (
                          select w.person_id from people.who_v w
                          where :named and w.profile_id = m.profile_id and 'GRANTED' = (
                            select c.answer from people.consents c
                            where c.person_id = w.person_id and c.purpose = 'RESEARCH'
                            order by c.said_on desc, c.id desc limit 1)
                          limit 1) w on true
                        left join people.persons r on r.id = w.person_id
                        left join lateral (select source, number from people.customer_numbers
                                           where person_id = r.id order by source, number limit 1) n on true
                        where (o.message_id, o.position) > (:message::bigint, :position::int)
                        order by o.message_id, o.position limit :page
                        """)
                .param("message", message)
                .param("position", position)
                .param("named", isNamed)
                .param("page", PAGE)
                .list((row, number) -> new Row(row.getLong("message"), row.getInt("position"), values(row)));
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = field.equals("said_at")
                    ? row.getObject(field, OffsetDateTime.class).toInstant().toString()
                    : row.getString(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }
}

package dev.rapport.desk.person;

import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a person has from us, under their own numbers and those of their organisations. */
@Component
public class HoldingReads {

    static final int MOST = 300;

    /**
     * The limit inside keeps each number a look-up along the index: without it the planner would build the whole view first.
     */
    static final String HELD = """
            (
              select n.account, h.*
              from (
                select source, number, null as account from people.customer_numbers where person_id in (select people.rows_of(:person))
                union all
                select n.source, n.number, a.name
                from people.memberships m
                join people.customer_numbers n on n.account_id = m.account_id
                join people.accounts a on a.id = m.account_id
                where m.person_id in (select people.rows_of(:person))
              ) n
              cross join lateral (
                select v.kind, v.id, v.order_number, v.product_id, v.brand_id, v.product_name, v.since, v.until,
                  v.covered_until, v.amount, v.currency, v.quantity
                from commerce.holdings_v v
                where v.customer_source = n.source and v.customer_number = n.number
                limit 100000
              ) h
            )
            """;

    private final Sql sql;

    HoldingReads(Sql sql) {
        this.sql = sql;
    }

    /** The latest first. */
    public List<Holding> of(long person) {
        return sql.sql("select held.* from " + HELD + " held order by since desc, id desc limit :most")
                .param("person", person)
                .param("most", MOST)
                .list((row, number) -> holding(row));
    }

    /** Since when they are a customer. */
    Optional<Instant> first(long person) {
        return sql.sql("select held.since from " + HELD + " held order by held.since limit 1")
                .param("person", person)
                .optional((row, number) ->
                        row.getObject("since", OffsetDateTime.class).toInstant());
    }

    static Holding holding(ResultSet row) throws SQLException {
        Instant since = moment(row, "since");
        return new Holding(
                row.getString("kind").equals("CONTRACT"),
                row.getLong("id"),
                row.getString("product_name"),
                row.getObject("product_id", Long.class),
                row.getObject("brand_id", Long.class),
                since == null ? Instant.EPOCH : since,
                moment(row, "until"),
                row.getObject("covered_until", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("quantity"),
                row.getString("order_number"),
                row.getString("account"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

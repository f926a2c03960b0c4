package dev.rapport.commerce;

import dev.rapport.shared.CopyRows;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of contracts, written as {@link PurchaseStore} writes purchases. */
@Component
class ContractStore {

    private static final String STAGED = """
            create temp table if not exists staged_contracts (
              source text collate "C", number text collate "C", customer_source text collate "C",
              customer_number text collate "C", product_id bigint, brand_id bigint, product_name text collate "C",
              begins_on date, ends_on date, notice_by date, cancelled_on date, amount numeric, currency text,
              paid_every text, position int
            ) on commit delete rows;
            delete from staged_contracts
            """;

    private static final String RECORD = """
            with told as materialized (
              select s.*, k.id, k.product_name = s.product_name as is_named_alike,
                k.id is not null and row (k.customer_source, k.customer_number, k.product_name, k.begins_on, k.ends_on,
                  k.notice_by, k.cancelled_on, k.amount, k.currency, k.paid_every)
                is not distinct from row (s.customer_source, s.customer_number, s.product_name, s.begins_on, s.ends_on,
                  s.notice_by, s.cancelled_on, s.amount, s.currency, s.paid_every) as is_same
              from staged_contracts s left join lateral (
                select c.* from commerce.contracts c where c.source = s.source and c.number = s.number limit 1) k on true
            ), added as (
              insert into commerce.contracts (source, number, customer_source, customer_number, product_id, brand_id,
                product_name, begins_on, ends_on, notice_by, cancelled_on, amount, currency, paid_every)
              select source, number, customer_source, customer_number, product_id, brand_id, product_name, begins_on,
                ends_on, notice_by, cancelled_on, amount, currency, paid_every
              from told where id is null order by position
              returning id
            ), changed as (
              update commerce.contracts c set customer_source = t.customer_source, customer_number = t.customer_number,
                product_name = t.product_name, begins_on = t.begins_on, ends_on = t.ends_on, notice_by = t.notice_by,
                cancelled_on = t.cancelled_on, amount = t.amount, currency = t.currency, paid_every = t.paid_every,
                changed_at = now(),
                product_id = case when t.is_named_alike then coalesce(t.product_id, c.product_id) else t.product_id end,
                brand_id = case when t.is_named_alike then coalesce(t.brand_id, c.brand_id) else t.brand_id end
              from told t where c.id = t.id and not t.is_same
              returning c.id
            )
            select (select count(*) from added)::int as added, (select count(*) from changed)::int as changed,
              (select count(*) from told where is_same)::int as repeated
            """;

    private static final int PAGE = 1_000;

    private final Sql sql;
    private final JdbcTemplate jdbc;

    ContractStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Writes what is new and what is told differently. */
    Recorded record(List<RecordContract> told, EntryNames entries) {
        TellingLock.hold(sql, "contracts", told.stream().map(RecordContract::source));
        CopyRows rows = new CopyRows();
        told.forEach(one -> add(rows, one, entries.match(one.product())));
        jdbc.execute((Connection connection) -> stage(connection, rows));
        return sql.sql(RECORD).single(Recorded.class);
    }

    Optional<Contract> find(String source, String number) {
        return sql.sql("select * from commerce.contracts where source = :source and number = :number")
                .param("source", source)
                .param("number", number)
                .optional(ContractStore::read);
    }

    /** The next thousand in the order in which they came. */
    List<Contract> after(long id) {
        return sql.sql("select * from commerce.contracts where id > :id order by id limit :page")
                .param("id", id)
                .param("page", PAGE)
                .list(ContractStore::read);
    }

    private static int stage(Connection connection, CopyRows rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGED);
        }
        rows.write(connection, "copy staged_contracts from stdin");
        return rows.rows();
    }

    private static void add(CopyRows rows, RecordContract one, EntryNames.Match entry) {
        rows.add(one.source()).add(one.number());
        rows.add(one.customer().source()).add(one.customer().number());
        rows.add(entry.product()).add(entry.brand()).add(one.product());
        rows.add(one.beginsOn().toString()).add(text(one.endsOn()));
        rows.add(text(one.noticeBy())).add(text(one.cancelledOn()));
        BigDecimal amount = one.amount();
        rows.add(amount == null ? null : amount.toPlainString()).add(one.currency());
        rows.add(one.paidEvery());
        rows.add(rows.rows()).endRow();
    }

    private static Contract read(ResultSet row, int number) throws SQLException {
        String pace = row.getString("paid_every");
        return new Contract(
                row.getLong("id"),
                row.getString("source"),
                row.getString("number"),
                new CustomerKey(row.getString("customer_source"), row.getString("customer_number")),
                PurchaseRow.entry(row),
                row.getString("product_name"),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("notice_by", LocalDate.class),
                row.getObject("cancelled_on", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                pace == null ? null : RecordContract.Pace.valueOf(pace));
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}

package dev.rapport.commerce;

import dev.rapport.shared.CopyRows;
import dev.rapport.shared.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tables of purchases, returns and warranties. What is told is copied beside them and compared with what is known, row
 * by row through the unique key; only what is new or different is written.
 */
@Component
class PurchaseStore {

    private static final String STAGED = """
            create temp table if not exists staged_purchases (
              source text collate "C", number text collate "C", customer_source text collate "C",
              customer_number text collate "C", order_number text collate "C", product_id bigint, brand_id bigint,
              product_name text collate "C", bought_at timestamptz, bought_on date, quantity numeric, amount numeric,
              currency text, place text, serial text collate "C", returned_at timestamptz, return_why text,
              warranty_from date, warranty_until date, warranty_terms text, position int
            ) on commit delete rows;
            delete from staged_purchases
            """;

    /** The lateral limits keep the planner on the unique key, however little it knows of the staged rows. */
    static final String RECORD = """
            with told as materialized (
              select s.*, k.id, k.product_name = s.product_name as is_named_alike,
                k.id is not null and row (k.customer_source, k.customer_number, k.order_number, k.product_name, k.bought_at,
                  k.bought_on, k.quantity, k.amount, k.currency, k.place, k.serial, k.returned_at, k.why,
                  k.begins_on, k.ends_on, k.terms)
                is not distinct from row (s.customer_source, s.customer_number, s.order_number, s.product_name, s.bought_at,
                  s.bought_on, s.quantity, s.amount, s.currency, s.place, s.serial, s.returned_at, s.return_why,
                  s.warranty_from, s.warranty_until, s.warranty_terms) as is_same
              from staged_purchases s left join lateral (
                select p.*, r.returned_at, r.why, w.begins_on, w.ends_on, w.terms
                from commerce.purchases p
                left join commerce.returns r on r.purchase_id = p.id
                left join commerce.warranties w on w.purchase_id = p.id
                where p.source = s.source and p.number = s.number limit 1) k on true
            ), added as (
              insert into commerce.purchases (source, number, customer_source, customer_number, order_number, product_id,
                brand_id, product_name, bought_at, bought_on, quantity, amount, currency, place, serial)
              select source, number, customer_source, customer_number, order_number, product_id, brand_id, product_name,
                bought_at, bought_on, quantity, amount, currency, place, serial
              from told where id is null order by position
              returning id, source, number
            ), changed as (
              update commerce.purchases p set customer_source = t.customer_source, customer_number = t.customer_number,
                order_number = t.order_number, product_name = t.product_name, bought_at = t.bought_at,
                bought_on = t.bought_on, quantity = t.quantity, amount = t.amount, currency = t.currency,
                place = t.place, serial = t.serial, changed_at = now(),
                product_id = case when t.is_named_alike then coalesce(t.product_id, p.product_id) else t.product_id end,
                brand_id = case when t.is_named_alike then coalesce(t.brand_id, p.brand_id) else t.brand_id end
              from told t where p.id = t.id and not t.is_same
              returning p.id
            ), written as (
              select coalesce(t.id, a.id) as purchase_id, t.*
              from told t left join added a on a.source = t.source and a.number = t.number where not t.is_same
            ), returned as (
              insert into commerce.returns (purchase_id, returned_at, why)
              select purchase_id, returned_at, return_why from written where returned_at is not null
              on conflict (purchase_id) do update set returned_at = excluded.returned_at, why = excluded.why
            ), warranted as (
              insert into commerce.warranties (purchase_id, begins_on, ends_on, terms)
              select purchase_id, warranty_from, warranty_until, warranty_terms from written where warranty_until is not null
              on conflict (purchase_id) do update
              set begins_on = excluded.begins_on, ends_on = excluded.ends_on, terms = excluded.terms
            ), kept_after_all as (
              delete from commerce.returns r using told t
              where r.purchase_id = t.id and not t.is_same and t.returned_at is null
            ), uncovered as (
              delete from commerce.warranties w using told t
              where w.purchase_id = t.id and not t.is_same and t.warranty_until is null
            )
            select (select count(*) from added)::int as added, (select count(*) from changed)::int as changed,
              (select count(*) from told where is_same)::int as repeated
            """;

    private static final int PAGE = 1_000;

    private static final String PURCHASES = """
            select p.*, r.returned_at, r.why, w.begins_on, w.ends_on, w.terms
            from commerce.purchases p
            left join commerce.returns r on r.purchase_id = p.id
            left join commerce.warranties w on w.purchase_id = p.id
            """;

    private final Sql sql;
    private final JdbcTemplate jdbc;

    PurchaseStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Writes what is new and what is told differently; one transaction a source at a time. */
    Recorded record(List<RecordPurchase> told, EntryNames entries) {
        TellingLock.hold(sql, "purchases", told.stream().map(RecordPurchase::source));
        CopyRows rows = new CopyRows();
        told.forEach(one -> add(rows, one, entries.match(one.product())));
        jdbc.execute((Connection connection) -> stage(connection, rows));
        return sql.sql(RECORD).single(Recorded.class);
    }

    Optional<Purchase> find(String source, String number) {
        return sql.sql(PURCHASES + "where p.source = :source and p.number = :number")
                .param("source", source)
                .param("number", number)
                .optional(PurchaseRow::read);
    }

    /** The next thousand in the order in which they came. */
    List<Purchase> after(long id) {
        return sql.sql(PURCHASES + "where p.id > :id order by p.id limit :page")
                .param("id", id)
                .param("page", PAGE)
                .list(PurchaseRow::read);
    }

    private static int stage(Connection connection, CopyRows rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGED);
        }
        rows.write(connection, "copy staged_purchases from stdin");
        return rows.rows();
    }

    private static void add(CopyRows rows, RecordPurchase one, EntryNames.Match entry) {
        rows.add(one.source()).add(one.number());
        rows.add(one.customer().source()).add(one.customer().number()).add(one.orderNumber());
        rows.add(entry.product()).add(entry.brand()).add(one.product());
        rows.add(one.bought().at()).add(text(one.bought().on()));
        rows.add(plain(one.quantity())).add(plain(one.amount())).add(one.currency());
        rows.add(one.place()).add(one.serial());
        rows.add(returnedAt(one));
        rows.add(one.returned() == null ? null : one.returned().why());
        Warranty warranty = one.warranty();
        rows.add(warranty == null ? null : warranty.from().toString());
        rows.add(warranty == null ? null : warranty.until().toString());
        rows.add(warranty == null ? null : warranty.terms());
        rows.add(rows.rows()).endRow();
    }

    private static @Nullable Instant returnedAt(RecordPurchase one) {
        if (one.returned() == null) {
            return null;
        }
        Instant morning = one.returned().on().atStartOfDay(ZoneOffset.UTC).toInstant();
        return morning.isBefore(one.bought().at()) ? one.bought().at() : morning;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}

package dev.rapport.desk.purchases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A contract with all that is kept of it.
 *
 * @param deadline what comes first, the last day for notice or the end; empty when it runs on
 */
public record ContractRow(
        long id,
        String source,
        String number,
        Customer customer,
        String product,
        @Nullable String entry,
        @Nullable String entryKey,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate noticeBy,
        @Nullable LocalDate cancelledOn,
        @Nullable LocalDate deadline,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String paidEvery,
        Instant changedAt) {

    static final String COLUMNS = """
            p.id, p.source, p.number, p.product_name, product.name as product, p.product_id, brand.name as brand, p.brand_id,
            p.begins_on, p.ends_on, p.notice_by, p.cancelled_on, least(p.notice_by, p.ends_on) as deadline,
            p.amount, p.currency, p.paid_every, p.changed_at,
            """ + Customer.COLUMNS;

    static final String JOINS = """
            left join commerce.products product on product.id = p.product_id
            left join commerce.brands brand on brand.id = coalesce(p.brand_id, product.brand_id)
            """ + Customer.JOINS;

    static ContractRow read(ResultSet row, int number) throws SQLException {
        return new ContractRow(
                row.getLong("id"),
                row.getString("source"),
                row.getString("number"),
                Customer.read(row),
                row.getString("product_name"),
                PurchaseRow.entry(row),
                PurchaseRow.entryKey(row),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("notice_by", LocalDate.class),
                row.getObject("cancelled_on", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("paid_every"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    PageEnd end(boolean isByDeadline) {
        return new PageEnd((isByDeadline && deadline != null ? deadline : beginsOn).toString(), id);
    }
}

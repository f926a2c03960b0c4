package dev.rapport.desk.purchases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A purchase with all that is kept of it.
 *
 * @param product as the source calls it
 * @param entry its name in the catalogue; empty when it was not recognised
 * @param entryKey {@code product-7}, or the brand's when only that was recognised
 * @param boughtOn the day, when no time was told
 */
public record PurchaseRow(
        long id,
        String source,
        String number,
        @Nullable String orderNumber,
        Customer customer,
        String product,
        @Nullable String entry,
        @Nullable String entryKey,
        Instant boughtAt,
        @Nullable LocalDate boughtOn,
        BigDecimal quantity,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String place,
        @Nullable String serial,
        @Nullable LocalDate returnedOn,
        @Nullable String returnWhy,
        @Nullable LocalDate warrantyFrom,
        @Nullable LocalDate warrantyUntil,
        @Nullable String warrantyTerms,
        Instant changedAt) {

    static final String COLUMNS = """
            p.id, p.source, p.number, p.order_number, p.product_name, product.name as product, p.product_id,
            brand.name as brand, p.brand_id, p.bought_at, p.bought_on, p.quantity, p.amount, p.currency, p.place, p.serial,
            r.returned_at, r.why, w.begins_on, w.ends_on, w.terms, p.changed_at,
            """ + Customer.COLUMNS;

    static final String JOINS = """
            left join commerce.products product on product.id = p.product_id
            left join commerce.brands brand on brand.id = coalesce(p.brand_id, product.brand_id)
            left join commerce.returns r on r.purchase_id = p.id
            left join commerce.warranties w on w.purchase_id = p.id
            """ + Customer.JOINS;

    static PurchaseRow read(ResultSet row, int number) throws SQLException {
        OffsetDateTime returned = row.getObject("returned_at", OffsetDateTime.class);
        return new PurchaseRow(
                row.getLong("id"),
                row.getString("source"),
                row.getString("number"),
                row.getString("order_number"),
                Customer.read(row),
                row.getString("product_name"),
                entry(row),
                entryKey(row),
                row.getObject("bought_at", OffsetDateTime.class).toInstant(),
                row.getObject("bought_on", LocalDate.class),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("place"),
                row.getString("serial"),
                returned == null
                        ? null
                        : returned.atZoneSameInstant(ZoneOffset.UTC).toLocalDate(),
                row.getString("why"),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("terms"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** Brand and product as the catalogue calls them. */
    static @Nullable String entry(ResultSet row) throws SQLException {
        String product = row.getString("product");
        String brand = row.getString("brand");
        return product == null ? brand : brand + " " + product;
    }

    static @Nullable String entryKey(ResultSet row) throws SQLException {
        if (row.getString("product") != null) {
            return "product-" + row.getLong("product_id");
        }
        return row.getString("brand") == null ? null : "brand-" + row.getLong("brand_id");
    }

    PageEnd end() {
        return new PageEnd(boughtAt.toString(), id);
    }

    public boolean isOne() {
        return quantity.compareTo(BigDecimal.ONE) == 0;
    }

    public boolean isCovered(LocalDate today) {
        return warrantyUntil != null && !warrantyUntil.isBefore(today);
    }
}

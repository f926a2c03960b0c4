package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads a purchase from its row, its return and its warranty. */
final class PurchaseRow {

    private PurchaseRow() {}

    static Purchase read(ResultSet row, int number) throws SQLException {
        return new Purchase(
                PurchaseId.of(row.getLong("id")),
                row.getString("source"),
                row.getString("number"),
                new CustomerKey(row.getString("customer_source"), row.getString("customer_number")),
                row.getString("order_number"),
                entry(row),
                row.getString("product_name"),
                new Bought(moment(row, "bought_at"), row.getObject("bought_on", LocalDate.class)),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("place"),
                row.getString("serial"),
                returned(row),
                warranty(row));
    }

    /** The entry of the catalogue a row was recognised as. */
    static @Nullable Target entry(ResultSet row) throws SQLException {
        Long product = row.getObject("product_id", Long.class);
        Long brand = row.getObject("brand_id", Long.class);
        if (product != null) {
            return new Target(Target.Kind.PRODUCT, product);
        }
        return brand == null ? null : new Target(Target.Kind.BRAND, brand);
    }

    private static @Nullable Return returned(ResultSet row) throws SQLException {
        return row.getObject("returned_at") == null
                ? null
                : new Return(moment(row, "returned_at").atOffset(ZoneOffset.UTC).toLocalDate(), row.getString("why"));
    }

    private static @Nullable Warranty warranty(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("begins_on", LocalDate.class);
        return from == null
                ? null
                : new Warranty(from, row.getObject("ends_on", LocalDate.class), row.getString("terms"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

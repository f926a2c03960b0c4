package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.shared.CustomerKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A purchase as a line of a file, read and written. */
final class PurchaseFields {

    static final List<ImportField> ALL = List.of(
            new ImportField(
                    "source_system", false, "In exports: where it comes from; empty: the source of the import."),
            new ImportField("number", true, "Of the order line, once and for ever in its source.")
                    .knownAs("line_number", "order_line", "position_id", "item_id", "purchase_id"),
            new ImportField("order_number", false, "What the customer quotes; several lines may share it.")
                    .knownAs("order", "order_id", "order_no", "invoice", "commande"),
            new ImportField("customer_number", true, "The customer's number; it may be one nobody knows yet.")
                    .knownAs("customer", "customer_id", "customer_no", "client", "numero_client"),
            new ImportField("customer_source", false, "Which system numbers the customer; empty: the same source."),
            new ImportField("product", true, "A name or other name of the catalogue (an article number can be one).")
                    .knownAs("article", "item", "sku", "article_number", "product_name", "produit"),
            new ImportField("bought_on", false, "The day: 2026-12-31 or 31.12.2026. This or bought_at is needed.")
                    .knownAs("date", "order_date", "purchase_date", "sold_on", "date_achat")
                    .ofDates(),
            new ImportField("bought_at", false, "Day and time with the offset: 2026-12-31T18:30:00+01:00.")
                    .knownAs("order_time", "sold_at")
                    .ofDates(),
            new ImportField("quantity", false, "1 when it is empty.").knownAs("qty", "quantite"),
            new ImportField("amount", false, "For the whole line: 1234.50 or 1234,50.")
                    .knownAs("total", "line_total", "montant"),
            new ImportField("currency", false, "Three letters: EUR.").knownAs("currency_code", "devise"),
            new ImportField("place", false, "Where it was bought: a shop, a site.")
                    .knownAs("shop", "store", "branch", "magasin"),
            new ImportField("serial", false, "The number on the thing itself.")
                    .knownAs("serial_number", "serial_no", "imei", "numero_serie"),
            new ImportField("returned_on", false, "The day it came back; empty takes a return back.")
                    .knownAs("return_date", "returned_at")
                    .ofDates(),
            new ImportField("return_why", false, "Why it came back.").knownAs("return_reason"),
            new ImportField("warranty_from", false, "The first day; empty: the day it was bought.")
                    .knownAs("warranty_start")
                    .ofDates(),
            new ImportField("warranty_until", false, "The last day; empty takes a warranty back.")
                    .knownAs("warranty_end", "garantie")
                    .ofDates(),
            new ImportField("warranty_terms", false, "What is promised."));

    private PurchaseFields() {}

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException with what is missing or not understood, and what to write
     */
    static RecordPurchase read(String importing, Map<String, Object> values) {
        ToldFields fields = new ToldFields(values);
        Bought bought = fields.bought();
        String source = Objects.requireNonNullElse(fields.optionalKey("source_system"), importing);
        String customerSource = fields.optionalKey("customer_source");
        return new RecordPurchase(
                source,
                fields.key("number"),
                new CustomerKey(Objects.requireNonNullElse(customerSource, source), fields.key("customer_number")),
                fields.optionalKey("order_number"),
                fields.key("product"),
                bought,
                fields.quantity(),
                fields.amount(),
                fields.currency(),
                fields.text("place"),
                fields.optionalKey("serial"),
                returned(fields, bought),
                warranty(fields, bought));
    }

    static Map<String, Object> write(Purchase one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("source_system", one.source());
        row.put("number", one.number());
        put(row, "order_number", one.orderNumber());
        row.put("customer_number", one.customer().number());
        row.put("customer_source", one.customer().source());
        row.put("product", one.product());
        LocalDate day = one.bought().on();
        row.put(
                day == null ? "bought_at" : "bought_on",
                (day == null ? one.bought().at() : day).toString());
        row.put("quantity", one.quantity());
        put(row, "amount", one.amount());
        put(row, "currency", one.currency());
        put(row, "place", one.place());
        put(row, "serial", one.serial());
        Return returned = one.returned();
        put(row, "returned_on", returned == null ? null : returned.on().toString());
        put(row, "return_why", returned == null ? null : returned.why());
        Warranty warranty = one.warranty();
        put(row, "warranty_from", warranty == null ? null : warranty.from().toString());
        put(row, "warranty_until", warranty == null ? null : warranty.until().toString());
        put(row, "warranty_terms", warranty == null ? null : warranty.terms());
        return row;
    }

    static void put(Map<String, Object> row, String field, @Nullable Object value) {
        if (value != null) {
            row.put(field, value);
        }
    }

    private static @Nullable Return returned(ToldFields fields, Bought bought) {
        LocalDate on = fields.day("returned_on");
        String why = fields.text("return_why");
        if (on == null && why != null) {
            throw new IllegalArgumentException("“return_why” says why it came back; say the day in “returned_on” too.");
        }
        // A day behind UTC may be written for a moment ahead of it.
        if (on != null && on.isBefore(bought.day().minusDays(bought.on() == null ? 1 : 0))) {
            throw new IllegalArgumentException("It came back (" + on + ") before it was bought (" + bought.day()
                    + "). Correct “returned_on” or the day it was bought.");
        }
        return on == null ? null : new Return(on, why);
    }

    private static @Nullable Warranty warranty(ToldFields fields, Bought bought) {
        LocalDate from = fields.day("warranty_from");
        LocalDate until = fields.day("warranty_until");
        String terms = fields.text("warranty_terms");
        if (until == null) {
            if (from != null || terms != null) {
                throw new IllegalArgumentException("Say in “warranty_until” how long the warranty runs.");
            }
            return null;
        }
        LocalDate begins = from == null ? bought.day() : from;
        if (until.isBefore(begins)) {
            throw new IllegalArgumentException("The warranty ends (" + until + ") before it begins (" + begins
                    + "). Correct “warranty_until” or “warranty_from”.");
        }
        return new Warranty(begins, until, terms);
    }
}

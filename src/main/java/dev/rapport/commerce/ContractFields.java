package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.shared.CustomerKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A contract as a line of a file. */
final class ContractFields {

    static final List<ImportField> ALL = List.of(
            new ImportField(
                    "source_system", false, "In exports: where it comes from; empty: the source of the import."),
            new ImportField("number", true, "Of the contract, once and for ever in its source.")
                    .knownAs("contract", "contract_number", "contract_id", "contrat"),
            new ImportField("customer_number", true, "The customer's number; it may be one nobody knows yet.")
                    .knownAs("customer", "customer_id", "customer_no", "client", "numero_client"),
            new ImportField("customer_source", false, "Which system numbers the customer; empty: the same source."),
            new ImportField("product", true, "A name or other name of the catalogue.")
                    .knownAs("tariff", "plan", "subscription", "product_name", "produit"),
            new ImportField("begins_on", true, "The first day: 2026-12-31 or 31.12.2026.")
                    .knownAs("start", "start_date", "begin_date", "date_debut")
                    .ofDates(),
            new ImportField("ends_on", false, "The last day; empty when it runs until somebody ends it.")
                    .knownAs("end", "end_date", "date_fin")
                    .ofDates(),
            new ImportField("notice_by", false, "The last day on which notice can be given.")
                    .knownAs("notice_until", "notice_date")
                    .ofDates(),
            new ImportField("cancelled_on", false, "The day it was ended early.")
                    .knownAs("cancelled_at", "cancellation_date")
                    .ofDates(),
            new ImportField("amount", false, "For each time it is paid: 19.90 or 19,90.")
                    .knownAs("price", "fee", "montant"),
            new ImportField("currency", false, "Three letters: EUR.").knownAs("currency_code", "devise"),
            new ImportField("paid_every", false, "month, quarter, year or once.")
                    .knownAs("billing_period", "interval"));

    private ContractFields() {}

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException with what is missing or not understood, and what to write
     */
    static RecordContract read(String importing, Map<String, Object> values) {
        ToldFields fields = new ToldFields(values);
        String source = Objects.requireNonNullElse(fields.optionalKey("source_system"), importing);
        String customerSource = fields.optionalKey("customer_source");
        LocalDate begins = fields.day("begins_on");
        LocalDate ends = fields.day("ends_on");
        if (begins == null) {
            throw new IllegalArgumentException("The field “begins_on” is empty. Write the first day as 2026-12-31.");
        }
        if (ends != null && ends.isBefore(begins)) {
            throw new IllegalArgumentException("The contract ends (" + ends + ") before it begins (" + begins
                    + "). Correct “ends_on” or “begins_on”.");
        }
        return new RecordContract(
                source,
                fields.key("number"),
                new CustomerKey(Objects.requireNonNullElse(customerSource, source), fields.key("customer_number")),
                fields.key("product"),
                begins,
                ends,
                fields.day("notice_by"),
                fields.day("cancelled_on"),
                fields.amount(),
                fields.currency(),
                fields.pace());
    }

    static Map<String, Object> write(Contract one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("source_system", one.source());
        row.put("number", one.number());
        row.put("customer_number", one.customer().number());
        row.put("customer_source", one.customer().source());
        row.put("product", one.product());
        row.put("begins_on", one.beginsOn().toString());
        put(row, "ends_on", one.endsOn());
        put(row, "notice_by", one.noticeBy());
        put(row, "cancelled_on", one.cancelledOn());
        PurchaseFields.put(row, "amount", one.amount());
        PurchaseFields.put(row, "currency", one.currency());
        RecordContract.Pace pace = one.paidEvery();
        PurchaseFields.put(row, "paid_every", pace == null ? null : pace.name().toLowerCase(Locale.ROOT));
        return row;
    }

    private static void put(Map<String, Object> row, String field, @Nullable LocalDate day) {
        PurchaseFields.put(row, field, day == null ? null : day.toString());
    }
}

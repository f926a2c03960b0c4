package dev.rapport.bench;

import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.shared.CopyRows;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Invents what a shop sold: 200 products, three lines a customer, half with a warranty, one in twenty returned. The same
 * number says the same.
 */
final class Sales implements Shipment {

    static final int LINES_A_CUSTOMER = 3;

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_200;
    private static final String HEAD =
            "number,order_number,customer_number,product,bought_on,quantity,amount,currency,place,"
                    + "serial,returned_on,return_why,warranty_until,warranty_terms\n";

    private static final String OF_SOURCE = "select count(*) from commerce.purchases p where p.source = :source";

    private final int count;
    private final List<Long> products = new ArrayList<>();

    Sales(int count) {
        this.count = count;
    }

    @Override
    public String kind() {
        return "purchases";
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String sequence() {
        return "commerce.purchases_id_seq";
    }

    @Override
    public List<Expected> expected() {
        return List.of(
                new Expected("purchases", count, OF_SOURCE),
                new Expected("recognised purchases", count, OF_SOURCE + " and p.product_id is not null"),
                new Expected(
                        "returns",
                        (count + 19) / 20,
                        OF_SOURCE + " and exists (select from commerce.returns r where r.purchase_id = p.id)"),
                new Expected(
                        "warranties",
                        (count + 1) / 2,
                        OF_SOURCE + " and exists (select from commerce.warranties w where w.purchase_id = p.id)"));
    }

    /** Enters the products that are sold. */
    void enter(Catalogue catalogue) {
        Target brand = catalogue.add(new AddBrand("Northlight", Standing.OURS, List.of(), List.of()));
        for (int i = 0; i < Voices.PRODUCTS; i++) {
            products.add(catalogue
                    .add(new AddProduct(brand, Voices.product(i), List.of(), List.of()))
                    .id());
        }
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(HEAD);
        for (int i = 0; i < count; i++) {
            out.write(String.join(
                    ",",
                    number(i),
                    order(i),
                    customer(i),
                    Voices.product(product(i)),
                    bought(i).toString(),
                    "1",
                    amount(i),
                    "EUR",
                    "Shop " + i % 40,
                    serial(i),
                    isReturned(i) ? bought(i).plusDays(9).toString() : "",
                    isReturned(i) ? "changed my mind" : "",
                    isCovered(i) ? bought(i).plusYears(2).toString() : "",
                    isCovered(i) ? "repair or exchange" : ""));
            out.write('\n');
        }
    }

    @Override
    public void copy(Connection connection, int from, int to, String source, long[] ids) throws SQLException {
        CopyRows purchases = new CopyRows();
        CopyRows returns = new CopyRows();
        CopyRows warranties = new CopyRows();
        for (int i = from; i < to; i++) {
            add(purchases, i, source, ids[i]);
            if (isReturned(i)) {
                returns.add(ids[i]).add(bought(i).plusDays(9) + "T00:00:00Z").add("changed my mind");
                returns.endRow();
            }
            if (isCovered(i)) {
                warranties
                        .add(ids[i])
                        .add(bought(i).toString())
                        .add(bought(i).plusYears(2).toString());
                warranties.add("repair or exchange").endRow();
            }
        }
        purchases.write(connection, """
                copy commerce.purchases (id, source, number, customer_source, customer_number, order_number, product_id,
                  product_name, bought_at, bought_on, quantity, amount, currency, place, serial) from stdin
                """);
        returns.write(connection, "copy commerce.returns (purchase_id, returned_at, why) from stdin");
        warranties.write(connection, "copy commerce.warranties (purchase_id, begins_on, ends_on, terms) from stdin");
    }

    private void add(CopyRows rows, int i, String source, long id) {
        rows.add(id).add(source).add(number(i)).add(source).add(customer(i)).add(order(i));
        rows.add(products.get(product(i))).add(Voices.product(product(i)));
        rows.add(bought(i) + "T00:00:00Z").add(bought(i).toString()).add(1).add(amount(i));
        rows.add("EUR").add("Shop " + i % 40).add(serial(i)).endRow();
    }

    private static String number(int i) {
        return "L" + (1_000_000 + i);
    }

    private static String order(int i) {
        return "SO-" + (500_000 + i / 2);
    }

    private static String customer(int i) {
        return Buyers.number(i / LINES_A_CUSTOMER);
    }

    private static int product(int i) {
        return (int) (i * 2_654_435_761L % Voices.PRODUCTS);
    }

    private static LocalDate bought(int i) {
        return FIRST.plusDays(i * 40_503L % DAYS);
    }

    private static String amount(int i) {
        return String.format(Locale.ROOT, "%d.%02d", 10 + i * 7 % 900, i * 13 % 100);
    }

    private static String serial(int i) {
        return "SN" + Integer.toString(i, 36).toUpperCase(Locale.ROOT) + "-" + i % 97;
    }

    private static boolean isReturned(int i) {
        return i % 20 == 0;
    }

    private static boolean isCovered(int i) {
        return i % 2 == 0;
    }
}

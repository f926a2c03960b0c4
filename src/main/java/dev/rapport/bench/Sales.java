package dev.rapport.bench;

import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.shared.CopyRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Invents what a shop sold: 200 products, three lines a customer, half with a warranty, one in twenty returned. The same
 * number says the same.
 */
final class Sales {

    static final int LINES_A_CUSTOMER = 3;

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 1_200;
    private static final String HEAD =
            "number,order_number,customer_number,product,bought_on,quantity,amount,currency,place,"
                    + "serial,returned_on,return_why,warranty_until,warranty_terms\n";

    private final int count;
    private final List<Long> products = new ArrayList<>();

    Sales(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    int returned() {
        return (count + 19) / 20;
    }

    int covered() {
        return (count + 1) / 2;
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

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
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
    }

    /** Rows {@code from} to {@code to} as the three tables hold them, with the ids given. */
    void rows(int from, int to, String source, long[] ids, CopyRows purchases, CopyRows returns, CopyRows warranties) {
        for (int i = from; i < to; i++) {
            purchases
                    .add(ids[i])
                    .add(source)
                    .add(number(i))
                    .add(source)
                    .add(customer(i))
                    .add(order(i));
            purchases.add(products.get(product(i))).add(Voices.product(product(i)));
            purchases
                    .add(bought(i) + "T00:00:00Z")
                    .add(bought(i).toString())
                    .add(1)
                    .add(amount(i))
                    .add("EUR");
            purchases.add("Shop " + i % 40).add(serial(i)).endRow();
            if (isReturned(i)) {
                returns.add(ids[i])
                        .add(bought(i).plusDays(9) + "T00:00:00Z")
                        .add("changed my mind")
                        .endRow();
            }
            if (isCovered(i)) {
                warranties
                        .add(ids[i])
                        .add(bought(i).toString())
                        .add(bought(i).plusYears(2).toString());
                warranties.add("repair or exchange").endRow();
            }
        }
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

package dev.rapport.bench;

import dev.rapport.commerce.Catalogue;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Progress;
import dev.rapport.exchange.StartImport;
import dev.rapport.shared.CopyRows;
import dev.rapport.shared.Sql;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast files come in through the import that users have, against a bare {@code COPY} of the same rows into the same
 * tables with all their indexes, a thousand rows a transaction as the import has. Rounds alternate; then the same file again.
 */
final class ImportBench {

    private static final int ROWS = 1_000;

    private final PrintStream out;
    private final int rounds;
    private final Sales sales;
    private final Sql sql;
    private final Imports imports;
    private final DataSource database;
    private final List<Double> purchasesToCopy = new ArrayList<>();
    private final List<Double> purchasesPerSecond = new ArrayList<>();
    private final List<Double> repeatToFirst = new ArrayList<>();

    ImportBench(ConfigurableApplicationContext context, int purchases, int rounds, PrintStream out) {
        this.out = out;
        this.rounds = rounds;
        this.sales = new Sales(purchases);
        this.sql = context.getBean(Sql.class);
        this.imports = context.getBean(Imports.class);
        this.database = context.getBean(DataSource.class);
        sales.enter(context.getBean(Catalogue.class));
    }

    void run() throws IOException, SQLException, InterruptedException {
        Path file = Files.createTempFile("rapport-bench", ".csv");
        try {
            sales.write(file);
            new Figures(out)
                    .add("purchases", sales.count())
                    .add("returned", sales.returned())
                    .add("covered", sales.covered())
                    .add("products", Voices.PRODUCTS)
                    .add("rounds", rounds)
                    .line();
            for (int round = 1; round <= rounds; round++) {
                round(round, file);
            }
        } finally {
            Files.delete(file);
        }
        new Figures(out)
                .add("purchases_to_copy", Figures.median(purchasesToCopy))
                .add("purchases_per_s", Figures.median(purchasesPerSecond))
                .add("repeat_to_first", Figures.median(repeatToFirst))
                .line();
    }

    private void round(int round, Path file) throws SQLException, InterruptedException {
        checkpoint();
        double copy = sales.count() / copy("copy-" + round);
        check("copy-" + round);
        checkpoint();
        String source = "shop-" + round;
        double first = sales.count() / bringIn(file, source, true);
        check(source);
        checkpoint();
        double repeat = sales.count() / bringIn(file, source, false);
        check(source);
        purchasesToCopy.add(first / copy);
        purchasesPerSecond.add(first);
        repeatToFirst.add(repeat / first);
        new Figures(out)
                .add("round", round)
                .add("purchases_copy_per_s", copy)
                .add("purchases_per_s", first)
                .add("purchases_repeat_per_s", repeat)
                .line();
    }

    /** Seconds from handing the file over to the last of its lines. */
    private double bringIn(Path file, String source, boolean isNew) throws InterruptedException {
        long start = System.nanoTime();
        Import done = imports.runToEnd(
                imports.start(new StartImport("purchases", file, "sales.csv", Map.of("source", source), null)),
                progress -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        Progress progress = done.progress();
        BenchFailed.unless(done.state() == ImportState.DONE, "The import ended as " + done.state() + ": " + done.why());
        BenchFailed.unless(
                progress.added() == (isNew ? sales.count() : 0)
                        && progress.changed() == 0
                        && progress.repeated() == (isNew ? 0 : sales.count())
                        && progress.refused() == 0,
                "The import counted " + progress);
        return seconds;
    }

    /** Seconds for the rows alone; the ids are drawn before the clock starts. */
    private double copy(String source) throws SQLException {
        long[] ids = sql.sql("""
                        select nextval(pg_get_serial_sequence('commerce.purchases', 'id')) from generate_series(1, :count)
                        """).param("count", sales.count()).list(Long.class).stream()
                .mapToLong(Long::longValue)
                .toArray();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (int from = 0; from < ids.length; from += ROWS) {
                copy(connection, from, Math.min(from + ROWS, ids.length), source, ids);
                connection.commit();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void copy(Connection connection, int from, int to, String source, long[] ids) throws SQLException {
        CopyRows purchases = new CopyRows();
        CopyRows returns = new CopyRows();
        CopyRows warranties = new CopyRows();
        sales.rows(from, to, source, ids, purchases, returns, warranties);
        purchases.write(connection, """
                copy commerce.purchases (id, source, number, customer_source, customer_number, order_number, product_id,
                  product_name, bought_at, bought_on, quantity, amount, currency, place, serial) from stdin
                """);
        returns.write(connection, "copy commerce.returns (purchase_id, returned_at, why) from stdin");
        warranties.write(connection, "copy commerce.warranties (purchase_id, begins_on, ends_on, terms) from stdin");
    }

    private void check(String source) {
        expect(source, sales.count(), "purchases", "");
        expect(source, sales.count(), "recognised purchases", "where p.product_id is not null");
        expect(source, sales.returned(), "returns", "join commerce.returns r on r.purchase_id = p.id");
        expect(source, sales.covered(), "warranties", "join commerce.warranties w on w.purchase_id = p.id");
    }

    private void expect(String source, int wanted, String what, String rest) {
        int found = sql.sql("select count(*) from (select * from commerce.purchases where source = :source) p " + rest)
                .param("source", source)
                .single(Integer.class);
        BenchFailed.unless(
                found == wanted, "There are " + found + " " + what + " of " + source + ", not " + wanted + ".");
    }

    private void checkpoint() {
        sql.sql("checkpoint").update();
    }
}

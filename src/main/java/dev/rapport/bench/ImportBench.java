package dev.rapport.bench;

import dev.rapport.commerce.Catalogue;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Progress;
import dev.rapport.exchange.StartImport;
import dev.rapport.shared.Sql;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast files come in through the import that users have, against a bare {@code COPY} of the same rows into the same
 * tables with all their indexes, a thousand things a transaction as the import has. Rounds alternate; each ends with the
 * same file again.
 */
final class ImportBench {

    private static final int CHUNK = 1_000;

    private final PrintStream out;
    private final int rounds;
    private final List<Shipment> shipments;
    private final Sql sql;
    private final Imports imports;
    private final DataSource database;
    private final Map<Shipment, ImportRates> rates = new LinkedHashMap<>();

    ImportBench(ConfigurableApplicationContext context, int persons, int purchases, int rounds, PrintStream out) {
        this.out = out;
        this.rounds = rounds;
        this.sql = context.getBean(Sql.class);
        this.imports = context.getBean(Imports.class);
        this.database = context.getBean(DataSource.class);
        Sales sales = new Sales(purchases);
        sales.enter(context.getBean(Catalogue.class));
        this.shipments = List.of(new Buyers(persons), sales);
    }

    void run() throws IOException, SQLException, InterruptedException {
        Figures counts = new Figures(out).add("rounds", rounds).add("products", Voices.PRODUCTS);
        shipments.forEach(one -> counts.add(one.kind(), one.count()));
        counts.line();
        for (int round = 1; round <= rounds; round++) {
            for (Shipment shipment : shipments) {
                round(round, shipment);
            }
        }
        Figures summary = new Figures(out);
        rates.forEach((shipment, rate) -> summary.add(shipment.kind() + "_to_copy", rate.toCopy()));
        rates.forEach((shipment, rate) -> summary.add(shipment.kind() + "_per_s", rate.perSecond()));
        summary.add("repeat_to_first", ImportRates.repeatToFirst(rates.values()))
                .line();
    }

    private void round(int round, Shipment shipment) throws IOException, SQLException, InterruptedException {
        Path file = Files.createTempFile("rapport-bench", ".csv");
        try {
            try (Writer to = Files.newBufferedWriter(file)) {
                shipment.write(to);
            }
            String source = "import-" + round;
            double copy = copy(shipment, "copy-" + round);
            double first = bringIn(shipment, file, source, true);
            double repeat = bringIn(shipment, file, source, false);
            rates.computeIfAbsent(shipment, none -> new ImportRates(shipment.count()))
                    .add(copy, first, repeat);
            new Figures(out)
                    .add("round", round)
                    .add(shipment.kind() + "_copy_per_s", shipment.count() / copy)
                    .add(shipment.kind() + "_per_s", shipment.count() / first)
                    .add(shipment.kind() + "_repeat_per_s", shipment.count() / repeat)
                    .line();
        } finally {
            Files.delete(file);
        }
    }

    /** Seconds from handing the file over until its last line is in. */
    private double bringIn(Shipment shipment, Path file, String source, boolean isNew) throws InterruptedException {
        checkpoint();
        long start = System.nanoTime();
        Import done = imports.runToEnd(
                imports.start(new StartImport(shipment.kind(), file, "bench.csv", Map.of("source", source), null)),
                progress -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        Progress progress = done.progress();
        BenchFailed.unless(done.state() == ImportState.DONE, "The import ended as " + done.state() + ": " + done.why());
        BenchFailed.unless(
                progress.added() == (isNew ? shipment.count() : 0)
                        && progress.changed() == 0
                        && progress.repeated() == (isNew ? 0 : shipment.count())
                        && progress.refused() == 0,
                "The import counted " + progress);
        check(shipment, source);
        return seconds;
    }

    /** Seconds for the bare rows; their ids are drawn before the clock starts. */
    private double copy(Shipment shipment, String source) throws SQLException {
        checkpoint();
        long[] ids = sql
                .sql("select nextval(:sequence::regclass) from generate_series(1, :count)")
                .param("sequence", shipment.sequence())
                .param("count", shipment.count())
                .list(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (int from = 0; from < ids.length; from += CHUNK) {
                shipment.copy(connection, from, Math.min(from + CHUNK, ids.length), source, ids);
                connection.commit();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            check(shipment, source);
            return seconds;
        }
    }

    private void check(Shipment shipment, String source) {
        for (Shipment.Expected expected : shipment.expected()) {
            int found = sql.sql(expected.query()).param("source", source).single(Integer.class);
            BenchFailed.unless(
                    found == expected.count(),
                    "There are " + found + " " + expected.what() + " of " + source + ", not " + expected.count() + ".");
        }
    }

    private void checkpoint() {
        sql.sql("checkpoint").update();
    }
}

package dev.rapport.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rapport.people.matching.Fields;
import dev.rapport.people.matching.SamePersons;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Person against person: {@code bin/bench febrl DIR} with FEBRL's {@code dataset4a.csv} and {@code dataset4b.csv}. */
final class FebrlBench {

    /** Without soc_sec_id, which is nearly a key. Names first. */
    private static final List<String> COLUMNS = List.of(
            "given_name",
            "surname",
            "address_1",
            "address_2",
            "suburb",
            "postcode",
            "date_of_birth",
            "street_number",
            "state");

    private FebrlBench() {}

    static void run(List<String> arguments, PrintStream out) throws IOException {
        Path dir = new Options(arguments).folder();
        List<Fields> left = read(dir.resolve("dataset4a.csv"));
        List<Fields> right = read(dir.resolve("dataset4b.csv"));
        long start = IdentityBench.cpuNanos();
        List<SamePersons.Pair> pairs = SamePersons.find(left, right);
        double seconds = (IdentityBench.cpuNanos() - start) / 1e9;
        long correct =
                pairs.stream().filter(pair -> pair.left() == pair.right()).count();
        double precision = correct / (double) Math.max(1, pairs.size());
        double recall = correct / (double) left.size();
        new Figures(out)
                .add("precision", precision)
                .add("recall", recall)
                .add("f1", String.format(java.util.Locale.ROOT, "%.4f", 2 * precision * recall / (precision + recall)))
                .add("pairs", pairs.size())
                .add("cpu_s", seconds)
                .line();
    }

    /** The number in {@code rec-1070-org} is the person's in both files; it is used for scoring only. */
    private static List<Fields> read(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            var rows = reader.stream().toList();
            List<String> header =
                    rows.getFirst().getFields().stream().map(String::strip).toList();
            List<Fields> records = new ArrayList<>();
            for (var row : rows.subList(1, rows.size())) {
                List<String> values = COLUMNS.stream()
                        .map(column -> row.getField(header.indexOf(column)))
                        .toList();
                records.add(new Fields(Long.parseLong(row.getField(0).split("-")[1]), values));
            }
            return records;
        }
    }
}

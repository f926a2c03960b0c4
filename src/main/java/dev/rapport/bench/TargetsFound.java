package dev.rapport.bench;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.understanding.CarePatterns;
import dev.rapport.understanding.CatalogueReader;
import dev.rapport.understanding.Mention;
import dev.rapport.understanding.Span;
import dev.rapport.understanding.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many targets are found by their names: {@code bin/bench targets-found DIR}. The catalogue of each file of
 * {@code DIR/targets} is its own distinct targets and 200 names that are in none of them. Wrong is a mention of a foreign
 * name, or of a target that the text does not hold.
 */
final class TargetsFound {

    private static final List<String> FIRST = List.of(
            "Amberly",
            "Borealis",
            "Cadence",
            "Delphine",
            "Everline",
            "Fairmont",
            "Granite",
            "Harbour",
            "Inkwell",
            "Juniper",
            "Kestrel",
            "Lantern",
            "Meridian",
            "Northway",
            "Orchid",
            "Pinnacle",
            "Quarry",
            "Riverton",
            "Solvane",
            "Tandem");
    private static final List<String> SECOND =
            List.of("", " Air", " Bank", " Mobile", " Foods", " Plus", " One", " Motors", " Care", " 360");

    private final CatalogueSnapshot catalogue;
    private final Map<String, Target> byName = new HashMap<>();

    private TargetsFound(List<Labelled> rows) {
        List<CatalogueEntry> entries = new ArrayList<>();
        rows.forEach(row -> add(row.span().of(row.text()), entries));
        for (String first : FIRST) {
            for (String second : SECOND) {
                add(first + second, entries);
            }
        }
        catalogue = new CatalogueSnapshot(1, entries, List.of());
    }

    static void run(List<String> arguments, PrintStream out) throws IOException {
        Path dir = new Options(arguments).folder().resolve("targets");
        for (Path file : Labelled.files(dir)) {
            List<Labelled> rows = Labelled.read(file);
            out.println("targets/" + Labelled.name(file) + " " + new TargetsFound(rows).found(rows));
        }
    }

    private void add(String name, List<CatalogueEntry> entries) {
        Target target = new Target(Target.Kind.PRODUCT, entries.size() + 1L);
        if (byName.putIfAbsent(folded(name), target) == null) {
            entries.add(new CatalogueEntry(target, name, Standing.OURS, null, List.of(), List.of()));
        }
    }

    private String found(List<Labelled> rows) {
        var reader = new CatalogueReader(catalogue, UnderstandingBench.LANGUAGES, CarePatterns.defaults());
        Map<String, List<Labelled>> byText = new LinkedHashMap<>();
        rows.forEach(row ->
                byText.computeIfAbsent(row.text(), text -> new ArrayList<>()).add(row));
        int found = 0;
        int wrong = 0;
        for (Map.Entry<String, List<Labelled>> text : byText.entrySet()) {
            List<Mention> mentions = reader.read(Words.of(text.getKey())).mentions();
            found += (int) text.getValue().stream()
                    .filter(row -> isFound(row, mentions))
                    .count();
            wrong += (int) mentions.stream()
                    .filter(one -> !holds(text.getKey(), one.name()))
                    .count();
        }
        return String.format(
                Locale.ROOT,
                "n=%d found=%.3f wrong_per_100=%.2f",
                rows.size(),
                found / (double) rows.size(),
                100.0 * wrong / byText.size());
    }

    private boolean isFound(Labelled row, List<Mention> mentions) {
        Span span = row.span();
        Target target = byName.get(folded(span.of(row.text())));
        return mentions.stream()
                .anyMatch(mention -> mention.target().equals(target)
                        && mention.span().from() < span.to()
                        && span.from() < mention.span().to());
    }

    private static boolean holds(String text, String name) {
        return folded(text).contains(folded(name));
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}

package dev.rapport.bench;

import dev.rapport.understanding.Change;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Taught;
import dev.rapport.understanding.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Labelled texts as corrections that somebody might have made, drawn by a seed. */
final class Replayed {

    private Replayed() {}

    static List<Taught> from(Path file, int n, int seed) throws IOException {
        List<Labelled> rows = new ArrayList<>(Labelled.read(file));
        Collections.shuffle(rows, new Random(seed));
        BenchFailed.unless(rows.size() >= n, file + " has only " + rows.size() + " rows.");
        Optional<Intent> intent = rows.stream()
                .map(row -> UnderstandingBench.INTENTS.get(row.label()))
                .filter(Objects::nonNull)
                .findFirst();
        return rows.subList(0, n).stream().map(row -> correction(row, intent)).toList();
    }

    private static Taught correction(Labelled row, Optional<Intent> intent) {
        Words words = new Words(row.text(), null, List.of(), row.lang());
        return new Taught(words, change(row.label(), intent));
    }

    private static Change change(String label, Optional<Intent> intent) {
        return switch (label) {
            case "positive", "neutral", "negative" ->
                new Change.PolarityIs(Polarity.valueOf(label.toUpperCase(Locale.ROOT)));
            default ->
                new Change.IntentIs(
                        intent.orElseThrow(() -> new BenchFailed("“" + label + "” cannot be corrected to.")),
                        UnderstandingBench.INTENTS.containsKey(label));
        };
    }
}

package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.CustomerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Imports what a source tells by its own numbers; importing again changes what is told differently and doubles nothing. */
class TellsBySource<T extends Told> implements ImportTarget {

    private static final List<ImportField> OPTIONS = List.of(new ImportField(
            "source", true, "The system these come from, always by the same name: numbers count within it."));

    /** What a thing is known by; a line may name a source of its own. */
    private record Key(String source, String number) {

        static Key of(Told one) {
            return new Key(one.source(), one.number());
        }
    }

    private final String kind;
    private final List<ImportField> fields;
    private final BiFunction<String, Map<String, Object>, T> read;
    private final ErasedCustomers erased;
    private final Function<List<T>, Recorded> record;

    /** @param read a line of a source; refuses it with an {@link IllegalArgumentException} */
    TellsBySource(
            String kind,
            List<ImportField> fields,
            BiFunction<String, Map<String, Object>, T> read,
            ErasedCustomers erased,
            Function<List<T>, Recorded> record) {
        this.kind = kind;
        this.fields = fields;
        this.read = read;
        this.erased = erased;
        this.record = record;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<ImportField> fields() {
        return fields;
    }

    @Override
    public List<ImportField> options() {
        return OPTIONS;
    }

    /** The options with the source as it is kept. */
    @Override
    public Map<String, String> prepare(Map<String, String> options) {
        String source = options.getOrDefault("source", "").strip();
        if (source.isEmpty()) {
            throw new IllegalArgumentException("Say which system these come from, for example --source shop.");
        }
        if (source.length() > ToldFields.LONGEST_KEY) {
            throw new IllegalArgumentException("Choose a shorter name for the source.");
        }
        Map<String, String> prepared = new HashMap<>(options);
        prepared.put("source", source);
        return prepared;
    }

    /**
     * Reads and records what can be read; of two different lines with one number the second is refused, and those of
     * customers who were erased are.
     */
    @Override
    public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
        String source = options.getOrDefault("source", "");
        Map<Key, T> told = LinkedHashMap.newLinkedHashMap(lines.size());
        Map<Key, Long> lineOf = HashMap.newHashMap(lines.size());
        List<Refusal> refused = new ArrayList<>();
        int twice = 0;
        for (ImportLine line : lines) {
            try {
                T one = read.apply(source, line.values());
                T same = told.putIfAbsent(Key.of(one), one);
                if (same == null) {
                    lineOf.put(Key.of(one), line.number());
                } else if (same.equals(one)) {
                    twice++;
                } else {
                    refused.add(new Refusal(
                            line.number(),
                            "Another line says something else about the number “" + one.number()
                                    + "”. Give each line a number of its own."));
                }
            } catch (IllegalArgumentException unclear) {
                refused.add(new Refusal(line.number(), String.valueOf(unclear.getMessage())));
            }
        }
        Map<CustomerKey, Instant> gone =
                erased.among(told.values().stream().map(Told::customer).toList());
        told.values().removeIf(one -> {
            Instant at = gone.get(one.customer());
            if (at != null) {
                refused.add(Refusal.erased(Objects.requireNonNull(lineOf.get(Key.of(one))), at));
            }
            return at != null;
        });
        Recorded recorded = record.apply(List.copyOf(told.values()));
        return new ImportOutcome(recorded.added(), recorded.changed(), recorded.repeated() + twice, refused);
    }
}

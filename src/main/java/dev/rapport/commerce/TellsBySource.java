package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.shared.CustomerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What imports of purchases and of contracts have in common: a source, and things known by their numbers in it. */
final class TellsBySource {

    static final List<ImportField> OPTIONS = List.of(new ImportField(
            "source", true, "The system these come from, always by the same name: numbers count within it."));

    /** What a thing is known by. */
    record Key(String source, String number) {}

    private TellsBySource() {}

    /** The options with the source as it is kept. */
    static Map<String, String> prepare(Map<String, String> options) {
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
    static <T> ImportOutcome take(
            Map<String, String> options,
            List<ImportLine> lines,
            BiFunction<String, Map<String, Object>, T> read,
            Function<T, Key> key,
            Function<T, CustomerKey> customer,
            ErasedCustomers erased,
            Function<List<T>, Recorded> record) {
        String source = options.getOrDefault("source", "");
        Map<Key, T> byKey = HashMap.newHashMap(lines.size());
        List<T> told = new ArrayList<>(lines.size());
        Map<T, Long> lineOf = new IdentityHashMap<>();
        List<Refusal> refused = new ArrayList<>();
        int twice = 0;
        for (ImportLine line : lines) {
            try {
                T one = read.apply(source, line.values());
                T same = byKey.putIfAbsent(key.apply(one), one);
                if (same == null) {
                    told.add(one);
                    lineOf.put(one, line.number());
                } else if (same.equals(one)) {
                    twice++;
                } else {
                    refused.add(new Refusal(
                            line.number(),
                            "Another line says something else about the number “"
                                    + key.apply(one).number() + "”. Give each line a number of its own."));
                }
            } catch (IllegalArgumentException unclear) {
                refused.add(new Refusal(line.number(), String.valueOf(unclear.getMessage())));
            }
        }
        Map<CustomerKey, Instant> gone =
                erased.among(told.stream().map(customer).toList());
        told.removeIf(one -> {
            Instant at = gone.get(customer.apply(one));
            if (at != null) {
                refused.add(Refusal.erased(Objects.requireNonNull(lineOf.get(one)), at));
            }
            return at != null;
        });
        Recorded recorded = record.apply(told);
        return new ImportOutcome(recorded.added(), recorded.changed(), recorded.repeated() + twice, refused);
    }
}

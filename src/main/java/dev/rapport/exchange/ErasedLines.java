package dev.rapport.exchange;

import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.Subject;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Lines that could not be taken are kept with their words to be repaired, except those about somebody who was erased: a
 * whole cell of such a line is one of their addresses, numbers, handles or names.
 */
@Component
class ErasedLines {

    private static final Pattern BETWEEN_CELLS = Pattern.compile("[\",;\\t|{}\\[\\]:\\r\\n]+");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.%+-]+@[\\w.-]+\\.\\p{L}{2,}");
    private static final int SHORTEST_HANDLE = 4;
    private static final Reason ERASED = new Reason("Erased on request.", "exchange.erased", List.of());

    private final Tombstones tombstones;

    ErasedLines(Tombstones.Maker tombstones) {
        this.tombstones = tombstones.of("exchange");
    }

    Tombstones tombstones() {
        return tombstones;
    }

    /** The same lines, those about somebody who was erased without their words. */
    List<RefusedLine> withoutWords(List<RefusedLine> refused, Map<String, String> options) {
        if (refused.isEmpty()) {
            return refused;
        }
        String source = options.getOrDefault("source", "");
        Set<TombstoneKey> all = new HashSet<>();
        refused.forEach(line -> all.addAll(keys(line.raw(), source)));
        Set<TombstoneKey> erased = tombstones.among(all).keySet();
        return erased.isEmpty()
                ? refused
                : refused.stream()
                        .map(line -> keys(line.raw(), source).stream().anyMatch(erased::contains)
                                ? new RefusedLine(line.line(), "", ERASED)
                                : line)
                        .toList();
    }

    /** What somebody is known by in a line. */
    static Set<TombstoneKey> of(Subject subject) {
        Set<TombstoneKey> keys = new HashSet<>();
        subject.addresses().forEach(address -> keys.add(TombstoneKey.text(address)));
        subject.phones().forEach(phone -> keys.add(TombstoneKey.text(phone)));
        subject.names().stream()
                .filter(name -> name.strip().contains(" "))
                .forEach(name -> keys.add(TombstoneKey.text(name)));
        subject.customers().forEach(customer -> keys.add(TombstoneKey.customer(customer)));
        for (Subject.Voice voice : subject.voices()) {
            String handle = voice.handle() == null ? voice.key() : voice.handle();
            if (handle.length() >= SHORTEST_HANDLE) {
                keys.add(TombstoneKey.text(handle));
                keys.add(TombstoneKey.text("@" + handle));
            }
        }
        return keys;
    }

    private static Set<TombstoneKey> keys(String raw, String source) {
        Set<TombstoneKey> keys = new HashSet<>();
        for (String cell : BETWEEN_CELLS.split(raw)) {
            String plain = cell.strip();
            if (!plain.isEmpty()) {
                keys.add(TombstoneKey.text(plain));
                keys.add(TombstoneKey.customer(new CustomerKey(source, plain)));
            }
        }
        ADDRESS.matcher(raw).results().forEach(found -> keys.add(TombstoneKey.text(found.group())));
        return keys;
    }
}

package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds up what a preview sees. */
final class PreviewTally {

    private static final int ROWS = 10;
    private static final int REFUSED = 50;

    private long lines;
    private long added;
    private long changed;
    private long repeated;
    private long refused;
    private final List<Preview.Row> rows = new ArrayList<>();
    private final List<RefusedLine> refusedLines = new ArrayList<>();

    long lines() {
        return lines;
    }

    void add(int records, List<ImportLine> readable, ImportOutcome outcome, List<RefusedLine> bad) {
        lines += records;
        added += outcome.added();
        changed += outcome.changed();
        repeated += outcome.repeated();
        refused += bad.size();
        Map<Long, Reason> reasons = bad.stream()
                .collect(Collectors.toMap(RefusedLine::line, RefusedLine::reason, (first, second) -> first));
        readable.stream()
                .limit(ROWS - rows.size())
                .map(line -> new Preview.Row(line.number(), line.values(), reasons.get(line.number())))
                .forEach(rows::add);
        bad.stream().limit(REFUSED - refusedLines.size()).forEach(refusedLines::add);
    }

    Preview preview(boolean isWhole) {
        return new Preview(
                lines, added, changed, repeated, refused, isWhole, List.copyOf(rows), List.copyOf(refusedLines));
    }
}

package dev.rapport.exchange;

import dev.rapport.exchange.spi.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a file, as far as it was looked at.
 *
 * @param lines how many were looked at: the sum of the four that follow
 * @param isWhole whether that was all of them
 * @param rows the first of those that can be read, with our fields
 * @param refusedLines the first of those that would be refused
 */
public record Preview(
        long lines,
        long added,
        long changed,
        long repeated,
        long refused,
        boolean isWhole,
        List<Row> rows,
        List<RefusedLine> refusedLines) {

    /** A line with our fields, and why it would be refused, if it would. */
    public record Row(
            long line, Map<String, Object> values, @Nullable Reason refused) {}
}

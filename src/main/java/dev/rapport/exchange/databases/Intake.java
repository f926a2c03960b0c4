package dev.rapport.exchange.databases;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.Mapping;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query whose rows are brought in, those first that changed longest ago.
 *
 * @param options of the import's target, such as {@code source}
 * @param mapping which of our fields its columns feed; none as long as nobody said
 * @param watermark the column that grows when a row is added or changed
 * @param key a column that tells rows of one watermark apart; empty when few have the same
 */
public record Intake(
        String kind, Map<String, String> options, @Nullable Mapping mapping, String query, String watermark, String key)
        implements Plan {

    private static final Pattern BEGINS = Pattern.compile("(?s)\\s*(?:select|with)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 20_000;

    /** One select and nothing behind it: a semicolon has no place in it, not even between quotes. */
    Intake checked() {
        String one = query.strip().replaceFirst(";\\s*$", "").strip();
        if (!BEGINS.matcher(one).matches() || one.length() > LONGEST) {
            throw new CannotSave("query", "exchange.intake.problem.query");
        }
        if (one.indexOf(';') >= 0) {
            throw new CannotSave("query", "exchange.intake.problem.several");
        }
        if (watermark.isBlank()) {
            throw new CannotSave("watermark", "exchange.intake.problem.watermark");
        }
        return new Intake(kind, options, mapping, one, watermark.strip(), key.strip());
    }

    /** The same with what its columns feed. */
    public Intake mapped(Mapping by) {
        return new Intake(kind, options, by, query, watermark, key);
    }

    /**
     * The rows from a watermark on, in its order. The query stands on lines of its own, so that a comment at its end does not
     * swallow ours.
     */
    String select(DatabaseKind dialect, @Nullable Watermark from, int most) {
        String mark = dialect.quoted(watermark);
        String tie = key.isEmpty() ? "" : dialect.quoted(key);
        String where = from == null
                ? mark + " is not null"
                : from.key() == null || tie.isEmpty()
                        ? mark + " >= ?"
                        : String.format(Locale.ROOT, "(%1$s > ? or (%1$s = ? and %2$s >= ?))", mark, tie);
        String order = tie.isEmpty() ? mark : mark + ", " + tie;
        return dialect.limited(
                "select * from (\n" + query + "\n) rows_to_bring where " + where + " order by " + order, most);
    }
}

package dev.rapport.understanding;

import dev.rapport.commerce.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a stored reading back from its columns. */
final class StoredReading {

    private StoredReading() {}

    static ReadingStore.Stored read(ResultSet row, List<Opinion> opinions) throws SQLException {
        String[] addressees = (String[]) row.getArray("addressees").getArray();
        Words words = new Words(
                row.getString("words"), row.getString("title"), List.of(addressees), row.getString("declared"));
        var message = new ReadingStore.Unread(row.getLong("id"), row.getInt("revision"), words);
        var versions = new Versions(row.getString("rules"), row.getString("model"), row.getLong("catalogue"));
        return new ReadingStore.Stored(message, reading(row, opinions), versions, row.getString("second_model"));
    }

    private static Reading reading(ResultSet row, List<Opinion> opinions) throws SQLException {
        @Nullable String polarity = row.getString("polarity");
        return new Reading(
                row.getString("language"),
                row.getBoolean("understood"),
                polarity == null ? null : Polarity.valueOf(polarity),
                row.getDouble("confidence"),
                intents((String[]) row.getArray("intents").getArray()),
                row.getInt("urgency"),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(StoredReading::reason)
                        .toList(),
                row.getString("reason"),
                row.getDouble("reason_confidence"),
                opinions,
                List.of());
    }

    private static Set<Intent> intents(String[] names) {
        return Arrays.stream(names).map(Intent::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Reason reason(String written) {
        int tab = written.indexOf('\t');
        return new Reason(written.substring(0, tab), written.substring(tab + 1), 1);
    }

    static Opinion opinion(ResultSet row) throws SQLException {
        About about = about(row);
        return new Opinion(
                about.target(),
                about.aspectId(),
                row.getString("target_name"),
                Polarity.valueOf(row.getString("polarity")),
                row.getDouble("confidence"),
                new Span(row.getInt("target_from"), row.getInt("target_to")),
                new Span(row.getInt("quote_from"), row.getInt("quote_to")),
                spans((Integer[]) row.getArray("evidence").getArray()));
    }

    static About about(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("target_kind");
        return new About(
                kind == null ? null : new Target(Target.Kind.valueOf(kind), row.getLong("target_id")),
                row.getObject("aspect_id", Long.class));
    }

    private static List<Span> spans(Integer[] offsets) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i + 1 < offsets.length; i += 2) {
            spans.add(new Span(offsets[i], offsets[i + 1]));
        }
        return spans;
    }
}

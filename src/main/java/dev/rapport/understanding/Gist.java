package dev.rapport.understanding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two readings are compared by: polarity, intents, and the sides taken about each target. */
record Gist(@Nullable Polarity polarity, Set<String> intents, Set<String> opinions) {

    static Gist of(Reading reading) {
        return new Gist(
                reading.polarity(),
                reading.intents().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
                reading.opinions().stream().map(Gist::side).collect(Collectors.toUnmodifiableSet()));
    }

    static Gist read(ResultSet row) throws SQLException {
        String polarity = row.getString("polarity");
        return new Gist(
                polarity == null ? null : Polarity.valueOf(polarity),
                Set.of((String[]) row.getArray("intents").getArray()),
                Arrays.stream((String[]) row.getArray("opinions").getArray()).collect(Collectors.toUnmodifiableSet()));
    }

    private static String side(Opinion opinion) {
        return Stream.of(
                        opinion.target() == null ? null : opinion.target().kind(),
                        opinion.target() == null ? null : opinion.target().id(),
                        opinion.aspectId(),
                        opinion.polarity())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(":"));
    }
}

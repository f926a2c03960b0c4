package dev.rapport.understanding;

import dev.rapport.commerce.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A change as columns of its table. */
record ChangeColumns(
        Field field, @Nullable About about, @Nullable Intent intent, String value) {

    enum Field {
        POLARITY,
        OPINION,
        TARGET,
        INTENT,
        REASON
    }

    static ChangeColumns of(Change change) {
        return switch (change) {
            case Change.PolarityIs is ->
                new ChangeColumns(Field.POLARITY, null, null, is.polarity().name());
            case Change.OpinionIs is ->
                new ChangeColumns(Field.OPINION, is.about(), null, is.polarity().name());
            case Change.TargetIs is -> new ChangeColumns(Field.TARGET, is.wrong(), null, written(is.right()));
            case Change.IntentIs is -> new ChangeColumns(Field.INTENT, null, is.intent(), Boolean.toString(is.meant()));
            case Change.ReasonIs is ->
                new ChangeColumns(Field.REASON, null, null, is.reason() == null ? "" : is.reason());
        };
    }

    /** What a reading says about the same thing, written as the value of a change. */
    String said(Reading reading) {
        return switch (field) {
            case POLARITY -> String.valueOf(reading.polarity());
            case OPINION ->
                reading.opinions().stream()
                        .filter(opinion -> About.of(opinion).equals(about))
                        .map(opinion -> opinion.polarity().name())
                        .findFirst()
                        .orElse("");
            case TARGET -> written(about == null ? null : about.target());
            case INTENT -> Boolean.toString(intent != null && reading.intents().contains(intent));
            case REASON -> reading.careReason() == null ? "" : reading.careReason();
        };
    }

    /** How sure a reading is about the same thing. */
    double confidence(Reading reading) {
        return switch (field) {
            case POLARITY, INTENT -> reading.confidence();
            case OPINION, TARGET ->
                reading.opinions().stream()
                        .filter(opinion -> About.of(opinion).equals(about))
                        .mapToDouble(Opinion::confidence)
                        .max()
                        .orElse(0);
            case REASON -> reading.careConfidence();
        };
    }

    static Change read(ResultSet row) throws SQLException {
        About about = about(row);
        String value = row.getString("value");
        return switch (Field.valueOf(row.getString("field"))) {
            case POLARITY -> new Change.PolarityIs(Polarity.valueOf(value));
            case OPINION -> new Change.OpinionIs(about, Polarity.valueOf(value));
            case TARGET -> new Change.TargetIs(about, target(value));
            case INTENT -> new Change.IntentIs(Intent.valueOf(row.getString("intent")), Boolean.parseBoolean(value));
            case REASON -> new Change.ReasonIs(value.isEmpty() ? null : value);
        };
    }

    private static About about(ResultSet row) throws SQLException {
        String kind = row.getString("target_kind");
        Target target = kind == null ? null : new Target(Target.Kind.valueOf(kind), row.getLong("target_id"));
        return new About(target, row.getObject("aspect_id", Long.class));
    }

    private static String written(@Nullable Target target) {
        return target == null ? "" : target.kind().name().toLowerCase(Locale.ROOT) + ":" + target.id();
    }

    private static @Nullable Target target(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? null
                : new Target(
                        Target.Kind.valueOf(written.substring(0, colon).toUpperCase(Locale.ROOT)),
                        Long.parseLong(written.substring(colon + 1)));
    }
}

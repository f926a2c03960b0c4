package dev.rapport.understanding;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reading with what people said about it put over what the reader says: a person's word wins until it is taken back. */
final class Corrected {

    private static final double SURE = 1;

    private Corrected() {}

    static Reading by(List<Change> changes, Reading reading, CatalogueSnapshot catalogue) {
        Reading corrected = reading;
        for (Change change : changes) {
            corrected = by(change, corrected, catalogue);
        }
        return corrected;
    }

    private static Reading by(Change change, Reading reading, CatalogueSnapshot catalogue) {
        return switch (change) {
            case Change.PolarityIs is -> reading.withPolarity(is.polarity(), SURE);
            case Change.OpinionIs is -> reading.withOpinions(judged(reading.opinions(), is));
            case Change.TargetIs is -> reading.withOpinions(moved(reading.opinions(), is, catalogue));
            case Change.IntentIs is -> reading.withIntents(intents(reading.intents(), is));
            case Change.ReasonIs is -> reading.withCareReason(is.reason(), SURE);
        };
    }

    private static List<Opinion> judged(List<Opinion> opinions, Change.OpinionIs is) {
        return opinions.stream()
                .map(opinion -> About.of(opinion).equals(is.about())
                        ? opinion.with(opinion.target(), opinion.targetName(), is.polarity(), SURE)
                        : opinion)
                .toList();
    }

    private static List<Opinion> moved(List<Opinion> opinions, Change.TargetIs is, CatalogueSnapshot catalogue) {
        @Nullable
        CatalogueEntry right = catalogue.entries().stream()
                .filter(entry -> entry.target().equals(is.right()))
                .findFirst()
                .orElse(null);
        var moved = new ArrayList<Opinion>();
        for (Opinion opinion : opinions) {
            if (!About.of(opinion).equals(is.wrong())) {
                moved.add(opinion);
            } else if (right != null) {
                moved.add(opinion.with(right.target(), right.name(), opinion.polarity(), opinion.confidence()));
            }
        }
        return List.copyOf(moved);
    }

    private static Set<Intent> intents(Set<Intent> intents, Change.IntentIs is) {
        var corrected = EnumSet.noneOf(Intent.class);
        corrected.addAll(intents);
        if (is.meant()) {
            corrected.add(is.intent());
        } else {
            corrected.remove(is.intent());
        }
        return Set.copyOf(corrected);
    }
}

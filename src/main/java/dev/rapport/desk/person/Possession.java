package dev.rapport.desk.person;

import dev.rapport.desk.words.ReadOpinion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had, when they spoke about it, of what they spoke about: the product itself, else something of its brand,
 * else nothing that is on record, which does not mean that they have none.
 *
 * @param holding empty when nothing is on record
 */
public record Possession(Match match, @Nullable Holding holding) {

    /** How what they had fits what they spoke about. */
    public enum Match {
        PRODUCT,
        BRAND,
        NONE
    }

    private static final Possession NONE = new Possession(Match.NONE, null);

    /**
     * The latest that was theirs at that moment. Empty for what we do not sell: of that, purchases cannot tell anything.
     *
     * @param holdings of the persons linked now
     */
    public static Optional<Possession> of(ReadOpinion.@Nullable Meant meant, Instant saidAt, List<Holding> holdings) {
        if (meant == null || !meant.isOurs()) {
            return Optional.empty();
        }
        List<Holding> held = holdings.stream()
                .filter(holding -> holding.isHeldAt(saidAt))
                .sorted(Comparator.comparing(Holding::since).reversed())
                .toList();
        return Optional.of(first(Match.PRODUCT, held.stream().filter(each -> isProduct(each, meant)))
                .or(() -> first(Match.BRAND, held.stream().filter(each -> isBrand(each, meant))))
                .orElse(NONE));
    }

    private static Optional<Possession> first(Match match, Stream<Holding> held) {
        return held.findFirst().map(holding -> new Possession(match, holding));
    }

    private static boolean isProduct(Holding holding, ReadOpinion.Meant meant) {
        return meant.product() != null && meant.product().equals(holding.product());
    }

    private static boolean isBrand(Holding holding, ReadOpinion.Meant meant) {
        return holding.brand() != null && holding.brand() == meant.brand();
    }
}

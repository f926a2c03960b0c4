package dev.rapport.desk.words;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opinion as it was read in a message.
 *
 * @param target what it is about
 * @param aspect the side of the target that is judged, if it is one
 * @param named where the target stands
 * @param quote the exact words that hold the opinion
 * @param meant the entry of the catalogue; empty for something the catalogue does not know
 * @param subject what it is about as forms name it: {@code product-12.3}, {@code brand-4.}, {@code .3}
 * @param confidence 0 to 1
 * @param evidence the words that decided
 */
public record ReadOpinion(
        String target,
        @Nullable String aspect,
        Feeling feeling,
        Mark named,
        Mark quote,
        @Nullable Meant meant,
        String subject,
        double confidence,
        List<Mark> evidence) {

    /**
     * The entry of the catalogue that is spoken about.
     *
     * @param product empty when a brand is meant as a whole
     * @param isOurs whether we sell it
     */
    public record Meant(@Nullable Long product, long brand, boolean isOurs) {}

    private static final int LONGEST_NAME = 32;

    /** The target with its aspect. */
    public String about() {
        return aspect == null || aspect.equals(target) ? target : target + ", " + aspect;
    }

    /** The quotes of all that feel something. */
    public static List<Mark> quotes(List<ReadOpinion> opinions) {
        return felt(opinions).map(ReadOpinion::quote).toList();
    }

    /** What is told apart inside the quotes: where the target stands, and the words that decided. */
    public static List<Piece.Told> told(List<ReadOpinion> opinions) {
        return felt(opinions).flatMap(ReadOpinion::told).toList();
    }

    private Stream<Piece.Told> told() {
        Stream<Piece.Told> decided = evidence.stream().map(mark -> new Piece.Told(mark, Piece.Role.EVIDENCE));
        return isNamed() ? Stream.concat(Stream.of(new Piece.Told(named, Piece.Role.TARGET)), decided) : decided;
    }

    /** An addressed target stands nowhere: its place is then the whole clause. */
    private boolean isNamed() {
        return named.to() - named.from() <= LONGEST_NAME && !named.equals(quote);
    }

    /** The names of what is felt about, for a line of a list: short, so that a sign is never far from its word. */
    public static List<Mark> names(List<ReadOpinion> opinions) {
        return felt(opinions)
                .map(ReadOpinion::named)
                .filter(named -> named.to() - named.from() <= LONGEST_NAME)
                .toList();
    }

    private static Stream<ReadOpinion> felt(List<ReadOpinion> opinions) {
        return opinions.stream().filter(opinion -> opinion.feeling() != Feeling.NEUTRAL);
    }
}

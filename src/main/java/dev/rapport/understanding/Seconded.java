package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reading with what a second reader said put over what ours says: its feelings, nothing else. What people say goes over
 * both, see {@link Corrected}.
 */
final class Seconded {

    private Seconded() {}

    static Reading by(@Nullable SecondReading second, Reading reading) {
        return second == null
                ? reading
                : reading.withPolarity(second.polarity(), second.confidence())
                        .withOpinions(judged(reading, second.opinions()));
    }

    private static List<Opinion> judged(Reading reading, List<SecondOpinion> said) {
        Map<About, SecondOpinion> byAbout =
                said.stream().collect(Collectors.toMap(SecondOpinion::about, Function.identity(), (a, b) -> a));
        Set<About> done = new HashSet<>();
        var opinions = new ArrayList<Opinion>();
        for (Opinion opinion : reading.opinions()) {
            About about = About.of(opinion);
            SecondOpinion second = byAbout.get(about);
            if (second == null) {
                opinions.add(opinion);
            } else if (done.add(about)) {
                opinions.add(judged(opinion.targetName(), opinion.span(), second));
            }
        }
        for (Mention mention : reading.mentions()) {
            About about = new About(mention.target(), null);
            SecondOpinion second = byAbout.get(about);
            if (second != null && done.add(about)) {
                opinions.add(judged(mention.name(), mention.span(), second));
            }
        }
        return List.copyOf(opinions);
    }

    private static Opinion judged(String name, Span span, SecondOpinion second) {
        boolean isFelt = second.polarity() != Polarity.NEUTRAL;
        return new Opinion(
                second.about().target(),
                second.about().aspectId(),
                name,
                second.polarity(),
                second.confidence(),
                span,
                second.quote(),
                isFelt ? List.of(second.quote()) : List.of());
    }
}

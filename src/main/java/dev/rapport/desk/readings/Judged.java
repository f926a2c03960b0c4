package dev.rapport.desk.readings;

import dev.rapport.desk.words.Feeling;
import dev.rapport.desk.words.Mark;
import dev.rapport.desk.words.ReadOpinion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a message says about one target, however often it names it.
 *
 * @param key as forms name the target: {@code product-12.3}
 * @param agrees whether all opinions about it feel the same
 * @param confidence of the surest, 0 to 1
 * @param evidence the words that decided
 */
public record Judged(
        String key, String about, Feeling feeling, boolean agrees, double confidence, List<String> evidence) {

    /** One for each target, in the order of the text. */
    public static List<Judged> of(List<ReadOpinion> opinions, String words) {
        Map<String, Judged> judged = new LinkedHashMap<>();
        for (ReadOpinion opinion : opinions) {
            judged.merge(opinion.subject(), of(opinion, words), Judged::and);
        }
        return List.copyOf(judged.values());
    }

    private static Judged of(ReadOpinion opinion, String words) {
        List<String> evidence = opinion.evidence().stream()
                .map(mark -> cut(words, mark))
                .filter(word -> !word.isBlank())
                .toList();
        return new Judged(opinion.subject(), opinion.about(), opinion.feeling(), true, opinion.confidence(), evidence);
    }

    private Judged and(Judged other) {
        return new Judged(
                key,
                about,
                feeling == other.feeling ? feeling : Feeling.MIXED,
                agrees && other.agrees && feeling == other.feeling,
                Math.max(confidence, other.confidence),
                Stream.concat(evidence.stream(), other.evidence.stream())
                        .distinct()
                        .toList());
    }

    private static String cut(String words, Mark mark) {
        int from = Math.clamp(mark.from(), 0, words.length());
        return words.substring(from, Math.clamp(mark.to(), from, words.length()));
    }
}

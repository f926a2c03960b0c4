package dev.rapport.understanding;

import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Target;
import java.util.Arrays;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose service, whose battery: the target named right after ("the service with AT&T"), else the nearest in the clause, in the
 * sentence, the one named last before, at last the addressee.
 */
final class AspectOwners {

    private final CatalogueSnapshot catalogue;
    private final Analysis analysis;
    private final Mentions mentions;
    private final boolean[] vocative;
    private final SequencedSet<Integer> addressed;

    AspectOwners(
            CatalogueSnapshot catalogue,
            Analysis analysis,
            Mentions mentions,
            boolean[] vocative,
            SequencedSet<Integer> addressed) {
        this.catalogue = catalogue;
        this.analysis = analysis;
        this.mentions = mentions;
        this.vocative = vocative;
        this.addressed = addressed;
    }

    /** For each mention of an aspect the entry it belongs to, or {@link Mentions#NONE}. */
    int[] owners() {
        var owners = new int[mentions.count];
        Arrays.fill(owners, Mentions.NONE);
        for (int i = 0; i < mentions.count; i++) {
            if (!mentions.isEntry(i)) {
                owners[i] = owner(i);
            }
        }
        return owners;
    }

    private int owner(int aspect) {
        @Nullable Target only = catalogue.aspects().get(mentions.aspect[aspect]).of();
        int best = Mentions.NONE;
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < mentions.count; i++) {
            boolean candidate = mentions.isEntry(i) && !vocative[i] && fits(mentions.entry[i], only);
            int distance = candidate ? distance(aspect, i) : Integer.MAX_VALUE;
            if (distance < nearest) {
                nearest = distance;
                best = mentions.entry[i];
            }
        }
        if (best != Mentions.NONE) {
            return best;
        }
        return addressed.stream().filter(entry -> fits(entry, only)).findFirst().orElse(Mentions.NONE);
    }

    private boolean fits(int entry, @Nullable Target only) {
        return only == null || catalogue.entries().get(entry).target().equals(only);
    }

    /** Tokens between, much longer across clauses and sentences; what stands after a later sentence's start never counts. */
    private int distance(int aspect, int entry) {
        int from = mentions.first[aspect];
        int to = mentions.first[entry];
        boolean after = to > from;
        int distance = after ? to - mentions.end[aspect] : from - mentions.end[entry];
        if (after && isJoined(mentions.end[aspect], to)) {
            return 0;
        }
        distance += analysis.clauses.clause(from) == analysis.clauses.clause(to) ? 0 : 100;
        distance += analysis.clauses.part(from) == analysis.clauses.part(to) ? 0 : 4;
        boolean laterSentence = after && analysis.clauses.sentence(from) != analysis.clauses.sentence(to);
        return laterSentence ? Integer.MAX_VALUE : distance;
    }

    /** Only a short word or two between: "with", "of the", "at". */
    private boolean isJoined(int from, int to) {
        if (to - from > 2) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean small = analysis.tokens.kind[i] == Tokens.WORD
                    && analysis.tokens.to[i] - analysis.tokens.from[i] <= 4
                    && analysis.feelings.value[i] == 0;
            if (!small) {
                return false;
            }
        }
        return true;
    }
}

package dev.rapport.understanding;

import dev.rapport.commerce.Aspect;
import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one text says about each target: those it names, aspects joined to the target they belong to, and whoever is addressed
 * when nobody is named.
 */
final class Opinions {

    private static final int MOST = 200;

    private final CatalogueSnapshot catalogue;
    private final Judge judge;
    private final Analysis analysis;
    private final @Nullable Tone[] tones;
    private final Mentions mentions;
    private final SequencedSet<Integer> addressed;
    private final boolean[] vocative;
    private final int[] owner;
    private final Map<Key, Opinion> opinions = new LinkedHashMap<>();

    private record Key(int entry, int aspect, Polarity polarity) {}

    Opinions(CatalogueSnapshot catalogue, Judge judge, Mentions mentions, SequencedSet<Integer> addressed) {
        this.catalogue = catalogue;
        this.judge = judge;
        this.analysis = judge.analysis();
        this.tones = new Tone[mentions.count];
        this.mentions = mentions;
        this.addressed = addressed;
        this.vocative = Addressees.vocatives(analysis.tokens, mentions, addressed);
        this.owner = new AspectOwners(catalogue, analysis, mentions, vocative, addressed).owners();
    }

    List<Opinion> all() {
        for (int i = 0; i < mentions.count && opinions.size() < MOST; i++) {
            if (!mentions.isEntry(i)) {
                aspect(i);
            } else if (!vocative[i] && !isSpokenForByAspect(i)) {
                named(i);
            }
        }
        addressed.forEach(this::addressed);
        dropNeutralBesideFeeling();
        return List.copyOf(opinions.values());
    }

    private void named(int i) {
        add(mentions.entry[i], Mentions.NONE, i, i, tone(i));
    }

    private void aspect(int i) {
        Tone tone = tone(i);
        boolean strayNeutral = tone.polarity() == Polarity.NEUTRAL;
        if (!strayNeutral && (owner[i] != Mentions.NONE || ownerless(i))) {
            add(owner[i], mentions.aspect[i], i, standingFor(i), tone);
        }
    }

    /** An aspect of one entry only is no opinion where that entry is neither named nor addressed. */
    private boolean ownerless(int i) {
        return catalogue.aspects().get(mentions.aspect[i]).of() == null;
    }

    /** The mention of the owner when it is near, else the aspect's own. */
    private int standingFor(int aspect) {
        for (int i = 0; i < mentions.count; i++) {
            boolean sameClause =
                    analysis.clauses.clause(mentions.first[i]) == analysis.clauses.clause(mentions.first[aspect]);
            if (mentions.isEntry(i) && mentions.entry[i] == owner[aspect] && sameClause && !vocative[i]) {
                return i;
            }
        }
        return aspect;
    }

    private boolean isSpokenForByAspect(int entry) {
        for (int i = 0; i < mentions.count; i++) {
            boolean near = !mentions.isEntry(i)
                    && owner[i] == mentions.entry[entry]
                    && analysis.clauses.clause(mentions.first[i]) == analysis.clauses.clause(mentions.first[entry]);
            if (near && speaks(i)) {
                return true;
            }
        }
        return false;
    }

    /** What is said about the target of one mention, weighed once. */
    private Tone tone(int i) {
        Tone known = tones[i];
        if (known == null) {
            known = judge.about(mentions.first[i], mentions.end[i], mentions, i);
            tones[i] = known;
        }
        return known;
    }

    private boolean speaks(int i) {
        return tone(i).polarity() != Polarity.NEUTRAL;
    }

    private void addressed(int entry) {
        boolean othersNamed = false;
        var others = new boolean[mentions.count];
        for (int i = 0; i < mentions.count; i++) {
            others[i] = mentions.isEntry(i) && !vocative[i];
            othersNamed |= others[i];
            if (others[i] && mentions.entry[i] == entry) {
                return;
            }
        }
        if (opinions.keySet().stream().anyMatch(key -> key.entry == entry && key.polarity != Polarity.NEUTRAL)) {
            return;
        }
        int at = vocativeOf(entry);
        if (!othersNamed) {
            add(entry, Mentions.NONE, at, at, judge.whole());
            return;
        }
        Mass elsewhere = analysis.tones.elsewhere(mentions, others);
        if (!elsewhere.isEmpty()) {
            add(entry, Mentions.NONE, at, at, elsewhere.tone());
        }
    }

    private int vocativeOf(int entry) {
        for (int i = 0; i < mentions.count; i++) {
            if (vocative[i] && mentions.entry[i] == entry) {
                return i;
            }
        }
        return Mentions.NONE;
    }

    private void add(int entry, int aspect, int at, int standing, Tone tone) {
        Quote quote = Quote.of(
                judge,
                tone.polarity(),
                at == Mentions.NONE || vocative[at] ? -1 : mentions.first[at],
                at == Mentions.NONE ? -1 : mentions.end[at]);
        Span stands = standing == Mentions.NONE ? quote.span() : span(standing);
        @Nullable
        CatalogueEntry about =
                entry == Mentions.NONE ? null : catalogue.entries().get(entry);
        @Nullable
        Aspect side = aspect == Mentions.NONE ? null : catalogue.aspects().get(aspect);
        @Nullable Target target = about == null ? null : about.target();
        String name = about != null ? about.name() : side == null ? "" : side.name();
        var opinion = new Opinion(
                target,
                side == null ? null : side.id(),
                name,
                tone.polarity(),
                tone.confidence(),
                stands,
                quote.span(),
                quote.evidence());
        opinions.merge(
                new Key(entry, aspect, tone.polarity()), opinion, (a, b) -> b.confidence() > a.confidence() ? b : a);
    }

    private Span span(int mention) {
        return analysis.tokens.span(mentions.first[mention], mentions.end[mention]);
    }

    private void dropNeutralBesideFeeling() {
        var felt = new java.util.HashSet<Integer>();
        opinions.keySet().stream()
                .filter(key -> key.polarity != Polarity.NEUTRAL)
                .forEach(key -> felt.add(key.entry));
        opinions.keySet().removeIf(key -> key.polarity == Polarity.NEUTRAL && felt.contains(key.entry));
    }
}

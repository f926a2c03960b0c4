package dev.rapport.desk.corrections;

import dev.rapport.desk.readings.Judged;
import dev.rapport.desk.readings.WhatWasRead;
import dev.rapport.desk.words.Feeling;
import dev.rapport.understanding.About;
import dev.rapport.understanding.Change;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one of the forms sends: one thing about the reading of a wording.
 *
 * @param revision the wording that was seen
 * @param polarity of the message as a whole
 * @param about the target that {@code opinion}, {@code target} and {@code none} are about
 * @param target the name of what it is about instead
 * @param none whether it is about none of the catalogue
 * @param reason the key of a reason, blank for none
 * @param right whether everything is right as it is
 */
record CorrectionForm(
        @Nullable Integer revision,
        @Nullable Polarity polarity,
        @Nullable String about,
        @Nullable Polarity opinion,
        @Nullable String target,
        @Nullable Boolean none,
        @Nullable Intent wants,
        @Nullable Intent unwanted,
        @Nullable String reason,
        @Nullable Boolean right) {

    /**
     * The changes it stands for.
     *
     * @param reasons the keys of the reasons in use
     * @throws CannotCorrect when the reading it was about has gone, or what it names does not exist
     */
    List<Change> changes(WhatWasRead read, CatalogueNames names, Set<String> reasons) {
        if (revision == null || revision != read.revision()) {
            throw new CannotCorrect("correction.reworded");
        }
        if (isConfirmation()) {
            return confirmed(read);
        }
        return List.of(change(read, names, reasons));
    }

    boolean isConfirmation() {
        return Boolean.TRUE.equals(right);
    }

    private Change change(WhatWasRead read, CatalogueNames names, Set<String> reasons) {
        if (polarity != null) {
            return new Change.PolarityIs(polarity);
        } else if (opinion != null) {
            return new Change.OpinionIs(subject(read), opinion);
        } else if (Boolean.TRUE.equals(none)) {
            return new Change.TargetIs(subject(read), null);
        } else if (target != null) {
            return new Change.TargetIs(
                    subject(read),
                    names.find(target).orElseThrow(() -> new CannotCorrect("correction.no-target", target.strip())));
        } else if (wants != null) {
            return new Change.IntentIs(wants, true);
        } else if (unwanted != null) {
            return new Change.IntentIs(unwanted, false);
        } else if (reason != null && (reason.isBlank() || reasons.contains(reason))) {
            return new Change.ReasonIs(reason.isBlank() ? null : reason);
        }
        throw new CannotCorrect(reason == null ? "correction.nothing" : "correction.no-reason");
    }

    private About subject(WhatWasRead read) {
        return read.judged().stream()
                .filter(one -> one.key().equals(about))
                .findFirst()
                .flatMap(one -> SubjectKey.parse(one.key()))
                .orElseThrow(() -> new CannotCorrect("correction.moved"));
    }

    /** Targets that are judged both ways are left out: no one word would be right about them. */
    private static List<Change> confirmed(WhatWasRead read) {
        List<Change> changes = new ArrayList<>();
        Feeling feeling = read.feeling();
        if (feeling != null) {
            changes.add(new Change.PolarityIs(feeling.polarity()));
        }
        read.judged().stream()
                .filter(Judged::agrees)
                .forEach(one -> SubjectKey.parse(one.key())
                        .ifPresent(about -> changes.add(
                                new Change.OpinionIs(about, one.feeling().polarity()))));
        read.intents().forEach(intent -> changes.add(new Change.IntentIs(intent, true)));
        if (read.reason() != null) {
            changes.add(new Change.ReasonIs(read.reason().key()));
        }
        if (changes.isEmpty()) {
            throw new CannotCorrect("correction.nothing");
        }
        return changes;
    }
}

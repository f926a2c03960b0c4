package dev.rapport.desk.corrections;

import dev.rapport.access.Audit;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.UserId;
import dev.rapport.understanding.Change;
import dev.rapport.understanding.CorrectReading;
import dev.rapport.understanding.CorrectionId;
import dev.rapport.understanding.Corrections;
import dev.rapport.understanding.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has corrections kept and notes in the trail who made them. */
@Component
@Transactional
class KeepsCorrections {

    private final Corrections corrections;
    private final Audit audit;

    KeepsCorrections(Corrections corrections, Audit audit) {
        this.corrections = corrections;
        this.audit = audit;
    }

    /** All of them or none. */
    List<CorrectionId> keep(Wording wording, List<Change> changes, UserId by) {
        List<CorrectionId> kept = new ArrayList<>();
        for (Change change : changes) {
            kept.add(corrections.correct(new CorrectReading(wording, change, by)));
            audit.record("reading.corrected", "message", wording.message(), facts(change));
        }
        return kept;
    }

    /** Takes back what holds about the message; once more, or of another message, changes nothing. */
    boolean takeBack(MessageId message, CorrectionId id, UserId by) {
        boolean holds =
                corrections.of(message).stream().anyMatch(one -> one.id().equals(id));
        if (holds) {
            corrections.takeBack(id, by);
            Map<String, String> facts = Map.of("correction", Long.toString(id.value()));
            audit.record("reading.correction-taken-back", "message", message, facts);
        }
        return holds;
    }

    private static Map<String, String> facts(Change change) {
        return switch (change) {
            case Change.PolarityIs is -> Map.of("polarity", small(is.polarity()));
            case Change.OpinionIs is -> Map.of("about", SubjectKey.of(is.about()), "polarity", small(is.polarity()));
            case Change.TargetIs is ->
                Map.of(
                        "about",
                        SubjectKey.of(is.wrong()),
                        "target",
                        is.right() == null ? "none" : SubjectKey.of(is.right()));
            case Change.IntentIs is -> Map.of("intent", small(is.intent()), "meant", Boolean.toString(is.meant()));
            case Change.ReasonIs is -> Map.of("reason", is.reason() == null ? "none" : is.reason());
        };
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

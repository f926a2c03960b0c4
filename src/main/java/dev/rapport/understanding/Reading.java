package dev.rapport.understanding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one message means.
 *
 * @param language BCP-47 tag, {@code und} when it cannot be told
 * @param understood whether we read this language; if not, there is no polarity, intent or opinion, only mentions
 * @param polarity of the message as a whole; empty when not understood
 * @param confidence 0 to 1, how sure the polarity is; 0 when not understood
 * @param urgency 0 (no hurry) to 100
 * @param reasons why it is urgent, the heaviest first
 * @param careReason the key of the organisation's reason why they turn to it; empty when it is none
 * @param careConfidence 0 to 1, how sure that reason is
 * @param mentions entries of the catalogue that the text names, in the order of the text, in any language
 */
public record Reading(
        String language,
        boolean understood,
        @Nullable Polarity polarity,
        double confidence,
        Set<Intent> intents,
        int urgency,
        List<Reason> reasons,
        @Nullable String careReason,
        double careConfidence,
        List<Opinion> opinions,
        List<Mention> mentions) {
    Reading withPolarity(Polarity now, double sure) {
        return new Reading(
                language, true, now, sure, intents, urgency, reasons, careReason, careConfidence, opinions, mentions);
    }

    Reading withIntents(Set<Intent> now) {
        return new Reading(
                language,
                understood,
                polarity,
                confidence,
                now,
                urgency,
                reasons,
                careReason,
                careConfidence,
                opinions,
                mentions);
    }

    Reading withOpinions(List<Opinion> now) {
        return new Reading(
                language,
                understood,
                polarity,
                confidence,
                intents,
                urgency,
                reasons,
                careReason,
                careConfidence,
                now,
                mentions);
    }

    Reading withCareReason(@Nullable String now, double sure) {
        return new Reading(
                language, understood, polarity, confidence, intents, urgency, reasons, now, sure, opinions, mentions);
    }
}
